import type { Socket } from 'node:net';

/** Says goodbye (FIN) when everything was handed over; bytes that the peer does not take are given up. */
export function closeConnection(socket: Socket): void {
  if (socket.writableLength === 0) socket.destroySoon();
  else socket.destroy();
}
