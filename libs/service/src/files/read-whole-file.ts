import type { Stats } from 'node:fs';
import { addAbortSignal } from 'node:stream';
import { openInput, type InputFile } from './open-input.ts';

export interface WholeFileOptions {
  /** A longer file is not read to its end: `/dev/zero` has none. */
  readonly maxBytes: number;
  /** Ends the reading: a pipe may never give anything. */
  readonly signal: AbortSignal;
  /** Looks at the file that was opened, and throws when it is not to be read. Default: every file is. */
  readonly admit?: ((stats: Stats) => void) | undefined;
}

/**
 * Reads a file, or a pipe, into memory.
 * @throws what the system says of the file, `AbortError` when the signal has come, what `admit` throws, and an
 *   error with the code `ERR_TOO_LARGE`
 */
export async function readWholeFile(
  path: string,
  { maxBytes, signal, admit }: WholeFileOptions,
): Promise<Buffer> {
  let input: InputFile | undefined;
  try {
    input = openInput(path);
    admit?.(input.stats);
    addAbortSignal(signal, input.stream);
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of input.stream as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length > maxBytes) throw Object.assign(new Error(), { code: 'ERR_TOO_LARGE' });
    }
    return Buffer.concat(parts);
  } finally {
    input?.stream.destroy();
  }
}
