import type { FileHandle } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const CHUNK_BYTES = 1024 * 1024;
/** Between two looks at a file that has not grown, in milliseconds. */
const LOOK_AGAIN_MS = 100;

/** The bytes of a file that another program is still writing, until `signal` is aborted; it is closed then. */
export async function* growingChunks(
  file: FileHandle,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES);
    for (let position = 0; ;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
      position += bytesRead;
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead);
      else if (signal.aborted) return;
      else await delay(LOOK_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await file.close();
  }
}
