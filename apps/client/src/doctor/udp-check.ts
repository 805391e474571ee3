import { createSocket } from 'node:dgram';
import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { codeOf } from '@praktikum/protocol';
import type { Check, CheckContext, Finding } from './check.ts';

const MESSAGE = 'periksa layanan\n';

/** Is a datagram answered, by each of the addresses, and how fast? In place of the checks of TCP. */
export const udpCheck: Check = {
  name: 'udp',
  async run(context) {
    const { facts, endpoint, signal } = context;
    const attempts = await Promise.all(facts.addresses.map((to) => ask(to, context)));
    signal.throwIfAborted();
    const answered = attempts.filter(({ code }) => code === undefined);
    facts.reachable = answered.map(({ to }) => to);
    facts.silent = attempts.filter(({ code }) => code === SILENT).map(({ to }) => to);
    return attempts.map(({ to: { address }, code, ms }): Finding => {
      const details = { address, port: endpoint.port, code: code ?? '', ms };
      if (code === undefined) return { id: 'UDP_ANSWERED', details };
      const status = answered.length > 0 ? 'note' : 'problem';
      if (code === 'ECONNREFUSED') return { id: 'UDP_REFUSED', details, status };
      return { id: code === SILENT ? 'UDP_SILENT' : 'TCP_FAILED', details, status };
    });
  },
};

const SILENT = 'ETIMEDOUT';

interface Answer {
  readonly to: LookupAddress;
  /** Undefined when an answer came. */
  readonly code?: string;
  readonly ms: number;
}

async function ask(to: LookupAddress, { endpoint, ...context }: CheckContext): Promise<Answer> {
  const began = performance.now();
  const silent = AbortSignal.timeout(context.timeoutMs);
  const signal = AbortSignal.any([silent, context.signal]);
  const socket = createSocket(to.family === 6 ? 'udp6' : 'udp4');
  try {
    // Connected, it is told by ICMP when nobody listens.
    socket.connect(endpoint.port, to.address);
    await once(socket, 'connect', { signal });
    socket.send(MESSAGE);
    await once(socket, 'message', { signal });
    return { to, ms: performance.now() - began };
  } catch (error) {
    return { to, code: silent.aborted ? SILENT : codeOf(error), ms: performance.now() - began };
  } finally {
    socket.close();
  }
}
