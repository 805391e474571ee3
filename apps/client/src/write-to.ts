import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes, and waits while the reader of `stream` is slower than we are. */
export async function writeTo(
  stream: Writable,
  data: string | Uint8Array,
  signal?: AbortSignal,
): Promise<void> {
  if (!stream.write(data)) await once(stream, 'drain', { signal });
}
