import type { Readable } from 'node:stream';

/**
 * Most that is kept of what one program prints; its head.
 * @unit bytes
 * @against a program that prints without end and fills the disk
 * @provenBy ./transcript.spec.ts: keeps the head of what is printed without end
 */
export const MAX_TRANSCRIPT_BYTES = 1024 * 1024;

/** What a program prints, as a terminal would show it: both outputs in the order in which they came. */
export class Transcript {
  readonly #chunks: Buffer[] = [];
  #bytes = 0;

  /** Takes what comes from now on. */
  listenTo(stream: Readable): void {
    stream.on('data', (chunk: Buffer) => this.#take(chunk));
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString();
  }

  #take(chunk: Buffer): void {
    const room = MAX_TRANSCRIPT_BYTES - this.#bytes;
    if (room <= 0) return;
    const taken = chunk.subarray(0, room);
    this.#chunks.push(taken);
    this.#bytes += taken.length;
  }
}
