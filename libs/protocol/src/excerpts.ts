import { DisplayDecoder } from './display-decoder.ts';

/**
 * How many bytes of one chunk a log line shows. A byte takes up to five in a JSON line (`ff` becomes
 * `\\\\xff`), and a line has to be shorter than the 4096 bytes that a pipe takes in one piece.
 * @unit bytes
 * @against log lines as long as what a client sends
 * @provenBy ./excerpts.spec.ts: shows the beginning of a long chunk and how much follows
 */
const DEFAULT_EXCERPT_BYTES = 512;

/** Chunks as text for a log: all of a short one, the beginning of a long one and how much follows. */
export class Excerpts {
  readonly #maxBytes: number;
  #decoder = new DisplayDecoder();

  constructor(maxBytes = DEFAULT_EXCERPT_BYTES) {
    this.#maxBytes = maxBytes;
  }

  push(chunk: Uint8Array): string {
    if (chunk.length <= this.#maxBytes) return this.#decoder.push(chunk);
    const shown = this.#decoder.push(chunk.subarray(0, this.#maxBytes));
    // The cut may have left half a character behind; its rest is not shown, so it is dropped.
    this.#decoder = new DisplayDecoder();
    return `${shown}… (+${chunk.length - this.#maxBytes} B)`;
  }
}
