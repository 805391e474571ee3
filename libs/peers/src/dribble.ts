import type { Socket } from 'node:net';

/**
 * Sends every byte with a write of its own, each in a turn of its own of the event loop: so the other
 * side gets a message in as many pieces as the network can make of it.
 */
export async function dribble(socket: Socket, bytes: string | Uint8Array): Promise<void> {
  socket.setNoDelay(true);
  for (const byte of Buffer.from(bytes)) {
    socket.write(Uint8Array.of(byte));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
