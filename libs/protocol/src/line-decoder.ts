import { CodedError } from './coded-error.ts';

/**
 * Longest line without its newline, in bytes. A peer that sends more has no lines to offer.
 * @unit bytes
 * @against a peer that never sends a newline and fills the memory
 * @provenBy ./line-decoder.spec.ts: accepts a line of the longest length, with \n and with \r\n,
 *   byte by byte
 * @provenBy ./line-decoder.spec.ts: keeps little more than the bytes of the line, however they
 *   arrive
 * @provenBy ../../../apps/threaded-server/integration/modes.spec.ts: ends a connection whose line
 *   is too long, and no other
 */
const DEFAULT_MAX_LINE_BYTES = 64 * 1024;

const LF = 0x0a;
const CR = 0x0d;

/** Cuts a byte stream at newlines. `\n` and `\r\n` both end a line and are not part of it. */
export class LineDecoder {
  readonly #maxLineBytes: number;
  /** The line that has begun, in a buffer that grows by doubling. */
  #line = Buffer.alloc(0);
  #buffered = 0;
  #failure: CodedError | undefined;

  constructor({ maxLineBytes = DEFAULT_MAX_LINE_BYTES }: { maxLineBytes?: number } = {}) {
    this.#maxLineBytes = maxLineBytes;
  }

  /** Bytes of the line that has begun; never more than the longest line, its `\r` included. */
  get buffered(): number {
    return this.#buffered;
  }

  /** Set once a line is too long: `ERR_LINE_TOO_LONG`. The lines before it have been given. */
  get failure(): CodedError | undefined {
    return this.#failure;
  }

  /**
   * The lines that this chunk completes, in order; none means that more bytes are needed, or that
   * the decoder has failed: see `failure`.
   */
  push(chunk: Uint8Array): Uint8Array[] {
    const lines: Uint8Array[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      const line = this.#failure ? undefined : this.#complete(chunk.subarray(start, end));
      if (line === undefined) return lines;
      lines.push(line);
      start = end + 1;
    }
    if (start < chunk.length && !this.#failure) this.#keep(chunk.subarray(start));
    return lines;
  }

  /** Whether the stream may end here: `partial` when a line has begun and its newline never came. */
  end(): 'clean' | 'partial' {
    return this.#buffered === 0 ? 'clean' : 'partial';
  }

  #complete(tail: Uint8Array): Uint8Array | undefined {
    const joined =
      this.#buffered === 0 ? tail : Buffer.concat([this.#line.subarray(0, this.#buffered), tail]);
    this.#buffered = 0;
    const line = joined.at(-1) === CR ? joined.subarray(0, -1) : joined;
    if (line.length <= this.#maxLineBytes) return line;
    this.#fail();
    return undefined;
  }

  #keep(piece: Uint8Array): void {
    const length = this.#buffered + piece.length;
    // One more than the limit is kept: it may be the `\r` of a line that is just long enough.
    if (length > this.#maxLineBytes + 1) return this.#fail();
    if (length > this.#line.length) {
      const grown = Buffer.allocUnsafe(Math.min(this.#maxLineBytes + 1, Math.max(64, length * 2)));
      this.#line.copy(grown, 0, 0, this.#buffered);
      this.#line = grown;
    }
    this.#line.set(piece, this.#buffered);
    this.#buffered = length;
  }

  #fail(): void {
    this.#line = Buffer.alloc(0);
    this.#buffered = 0;
    this.#failure = new CodedError(
      'ERR_LINE_TOO_LONG',
      `a line exceeds ${this.#maxLineBytes} bytes`,
      { details: { limit: this.#maxLineBytes } },
    );
  }
}
