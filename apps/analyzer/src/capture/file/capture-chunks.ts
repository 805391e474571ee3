import { open, type FileHandle } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { COMPRESSION_SIGNATURE_BYTES, detectCompression } from '@praktikum/capture';

/** Bytes read at once; one buffer serves the whole file. */
const CHUNK_BYTES = 1024 * 1024;

/** The bytes of a capture file, unpacked when it is gzip. A chunk is valid until the next one is asked for. */
export async function* captureChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(COMPRESSION_SIGNATURE_BYTES);
    await file.read(head, 0, head.length, 0);
    if (detectCompression(head) === 'gzip') {
      yield* file.createReadStream({ start: 0, autoClose: false }).pipe(createGunzip());
    } else yield* plainChunks(file);
  } finally {
    await file.close();
  }
}

async function* plainChunks(file: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(CHUNK_BYTES);
  for (let position = 0; ;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
