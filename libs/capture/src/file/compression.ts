/** Compressions that capture files are found in. */
export type Compression = 'gzip' | 'zstd' | 'lz4' | 'xz' | 'bzip2';

const SIGNATURES: readonly (readonly [Compression, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['lz4', [0x04, 0x22, 0x4d, 0x18]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
  ['bzip2', [0x42, 0x5a, 0x68]],
];

/** Bytes that {@link detectCompression} wants to see. */
export const COMPRESSION_SIGNATURE_BYTES = 4;

/**
 * How a file is compressed, by its first bytes; undefined when it is not. Unpacking is I/O: the
 * program pipes a `gzip` file through `node:zlib` and pushes what comes out into the reader.
 */
export function detectCompression(head: Uint8Array): Compression | undefined {
  return SIGNATURES.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0];
}
