import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { connect as secure, type ConnectionOptions } from 'node:tls';
import type { Endpoint } from '@praktikum/protocol';
import { peerError } from '../peer-error.ts';

/** A connection, or one that is being made. */
export interface OpenConnection {
  /** What is spoken through. */
  readonly socket: Socket;
  /** Below TLS; the same as `socket` without it. */
  readonly transport: Socket;
}

/**
 * Connects; with TLS until the handshake has succeeded.
 * @param attach is given the sockets before anything can happen to them
 * @returns what `attach` has returned
 * @throws the system's error (`ECONNREFUSED`), or CodedError `ERR_PEER_TIMEOUT`
 */
export async function openConnection<T>(
  { host, port }: Endpoint,
  tls: ConnectionOptions | undefined,
  timeoutMs: number,
  attach: (connection: OpenConnection) => T,
): Promise<T> {
  const transport = connect({ host: reachable(host), port, allowHalfOpen: true, noDelay: true });
  let socket = transport;
  const timer = setTimeout(() => {
    const text = `not connected to ${host} port ${port} after ${timeoutMs} ms`;
    socket.destroy(peerError('ERR_PEER_TIMEOUT', text));
    transport.destroy();
  }, timeoutMs);
  try {
    if (tls === undefined) {
      const attached = attach({ socket, transport });
      await once(transport, 'connect');
      return attached;
    }
    transport.on('error', () => undefined); // the socket above it says so too
    await once(transport, 'connect');
    socket = secure({ ...tls, socket: transport });
    const attached = attach({ socket, transport });
    await once(socket, 'secureConnect');
    return attached;
  } finally {
    clearTimeout(timer);
  }
}

/** A server that listens on every address is reached by the loopback one. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}
