import type { Socket } from 'node:net';
import { LendingSocket } from './lending-socket.ts';

/**
 * Says goodbye so that the peer can read everything that was sent to it: FIN, then what still
 * arrives is read and dropped until the peer has closed too or the time is over. To close at once
 * would answer unread bytes with a reset, and a reset takes sent bytes away from the peer
 * (RFC 1122 section 4.2.2.13).
 * @param transport below a TLS socket. After an error Node's TLS leaves both open: what happens in
 *   `lingerMs` must not depend on it
 */
export function dismiss(socket: Socket, lingerMs: number, transport: Socket = socket): void {
  if (socket instanceof LendingSocket) socket.lendTo(undefined);
  socket.removeAllListeners('data');
  // Of a stream that flows, Node would take this for a reason to stop flowing.
  if (socket.listenerCount('readable') > 0) socket.removeAllListeners('readable');
  socket.on('error', () => undefined); // a reset by the peer: it is going anyway
  const timer = setTimeout(() => {
    socket.destroy();
    transport.destroy();
  }, lingerMs);
  socket.once('close', () => clearTimeout(timer));
  if (!socket.writableEnded) socket.end();
  if (socket.readableEnded) socket.destroySoon();
  else socket.once('end', () => socket.destroySoon()).resume();
}
