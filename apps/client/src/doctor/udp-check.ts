import { createSocket } from 'node:dgram';
import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { codeOf } from '@praktikum/protocol';
import type { Check, CheckContext } from './check.ts';
import type { FindingId } from './findings.ts';
import { tryAddresses, type Attempt } from './try-addresses.ts';

const MESSAGE = 'periksa layanan\n';

/** Is a datagram answered, by each of the addresses, and how fast? In place of the checks of TCP. */
export const udpCheck: Check = {
  name: 'udp',
  run: (context) =>
    tryAddresses(context, ask, (code) =>
      code === undefined ? 'UDP_ANSWERED' : (FAILURES[code] ?? 'TCP_FAILED'),
    ),
};

const FAILURES: Readonly<Record<string, FindingId>> = {
  ECONNREFUSED: 'UDP_REFUSED',
  ETIMEDOUT: 'UDP_SILENT',
};

async function ask(to: LookupAddress, { endpoint, ...context }: CheckContext): Promise<Attempt> {
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
    return {
      to,
      code: silent.aborted ? 'ETIMEDOUT' : codeOf(error),
      ms: performance.now() - began,
    };
  } finally {
    socket.close();
  }
}
