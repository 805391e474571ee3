import type { Socket } from 'node:net';

/**
 * RST. While a half-close is under way libuv refuses it, and Node then leaves the socket open for ever,
 * so that even `process.exit` hangs: the reset waits until it is done.
 * @param transport below TLS
 */
export function reset(socket: Socket, transport: Socket = socket): void {
  const { writableEnded, writableFinished, writableLength } = socket;
  if (!writableEnded || writableFinished || writableLength > 0) transport.resetAndDestroy();
  else socket.once('finish', () => transport.resetAndDestroy());
}
