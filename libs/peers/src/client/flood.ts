import type { Socket } from 'node:net';

/** Small enough that it is seen how far the other side takes what is sent. */
const PIECE_BYTES = 64 * 1024;

/** What has not been taken for so long is taken by nobody: every buffer on the way is full. */
const STANDSTILL_MS = 250;

/**
 * Sends piece by piece. Resolves when nothing has been taken for a while, or when all is taken or the
 * connection is lost. What is left is sent when there is room again.
 */
export function flood(socket: Socket, bytes: Uint8Array, end: boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  let at = 0;
  const sendNext = (error?: Error | null) => {
    clearTimeout(timer);
    if (error) return resolve();
    if (at >= bytes.length) {
      if (end) socket.end();
      return resolve();
    }
    timer = setTimeout(resolve, STANDSTILL_MS);
    const from = at;
    at += PIECE_BYTES;
    socket.write(bytes.subarray(from, at), sendNext);
  };
  sendNext();
  return promise;
}
