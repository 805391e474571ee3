import type { LookupAddress } from 'node:dns';
import { codeOf } from '@praktikum/protocol';
import { openConnection } from '../open-connection.ts';
import type { Check, CheckContext, Finding } from './check.ts';
import type { FindingId } from './findings.ts';
import { isLoopback } from './own-machine.ts';

interface Attempt {
  readonly to: LookupAddress;
  /** Undefined when it was connected. */
  readonly code?: string;
  readonly ms: number;
}

/** Can a TCP connection be made, to each of the addresses, and how fast? */
export const connectionCheck: Check = {
  name: 'connection',
  async run(context) {
    const { facts, endpoint, signal } = context;
    const attempts = await Promise.all(facts.addresses.map((to) => attemptConnection(to, context)));
    signal.throwIfAborted();
    facts.reachable = attempts.filter(({ code }) => code === undefined).map(({ to }) => to);
    facts.silent = attempts.filter(({ code }) => code === 'ETIMEDOUT').map(({ to }) => to);
    return attempts.map(({ to: { address }, code, ms }): Finding => {
      const details = { address, port: endpoint.port, code: code ?? '', ms };
      if (code === undefined) return { id: 'TCP_CONNECTED', details };
      // One address that does not answer is no fault as long as another one does: Node tries all.
      const status = facts.reachable.length > 0 ? 'note' : 'problem';
      const refusedHere = code === 'ECONNREFUSED' && isLoopback(address);
      const id = refusedHere ? 'TCP_REFUSED_HERE' : (FAILURES[code] ?? 'TCP_FAILED');
      return { id, details, status };
    });
  },
};

const FAILURES: Readonly<Record<string, FindingId>> = {
  ECONNREFUSED: 'TCP_REFUSED',
  ETIMEDOUT: 'TCP_TIMEOUT',
  EHOSTUNREACH: 'TCP_UNREACHABLE',
  ENETUNREACH: 'TCP_UNREACHABLE',
};

/** Connects to an address, on the endpoint's port, and closes. */
export async function attemptConnection(
  to: LookupAddress,
  context: CheckContext,
): Promise<Attempt> {
  const { endpoint, timeoutMs, signal } = context;
  const began = performance.now();
  try {
    const socket = await openConnection(
      { host: to.address, port: endpoint.port },
      { timeoutMs, signal },
    );
    const ms = performance.now() - began;
    socket.destroy();
    return { to, ms };
  } catch (error) {
    return { to, code: codeOf(error), ms: performance.now() - began };
  }
}
