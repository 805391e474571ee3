import type { LookupAddress } from 'node:dns';
import { codeOf } from '@praktikum/protocol';
import { openConnection } from '../open-connection.ts';
import type { Check, CheckContext } from './check.ts';
import type { FindingId } from './findings.ts';
import { isLoopback } from './own-machine.ts';
import { tryAddresses, type Attempt } from './try-addresses.ts';

/** Can a TCP connection be made, to each of the addresses, and how fast? */
export const connectionCheck: Check = {
  name: 'connection',
  run: (context) =>
    tryAddresses(context, attemptConnection, (code, address) => {
      if (code === undefined) return 'TCP_CONNECTED';
      const refusedHere = code === 'ECONNREFUSED' && isLoopback(address);
      return refusedHere ? 'TCP_REFUSED_HERE' : (FAILURES[code] ?? 'TCP_FAILED');
    }),
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
