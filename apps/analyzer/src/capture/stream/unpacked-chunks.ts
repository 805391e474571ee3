import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { COMPRESSION_SIGNATURE_BYTES, detectCompression } from '@praktikum/capture';

/** The bytes of a capture that still comes, unpacked when it is gzip. */
export async function* unpackedChunks(
  chunks: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let head = Buffer.alloc(0);
  while (head.length < COMPRESSION_SIGNATURE_BYTES) {
    const { value, done } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  if (head.length === 0) return;
  if (detectCompression(head) !== 'gzip') {
    yield head;
    yield* chunks;
    return;
  }
  // Errors of either come out of the last stream, which is the one that is read.
  yield* pipeline(Readable.from(packed(head, chunks)), createGunzip(), () => undefined);
}

/** A chunk is valid only until the next one is asked for, which unpacking does ahead of time. */
async function* packed(head: Uint8Array, chunks: AsyncGenerator<Uint8Array>) {
  yield head;
  for await (const chunk of chunks) yield Buffer.from(chunk);
}
