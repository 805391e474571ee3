import type { CaptureTexts } from './texts.ts';

/** Between two counts on the terminal, in milliseconds. */
const INTERVAL_MS = 200;

/**
 * Counts packets, and those that were lost, on the last line of a terminal; where there is none, nothing
 * is shown.
 */
export class LiveCount {
  readonly #texts: CaptureTexts;
  #packets = 0;
  #dropped: number | undefined;
  #last = 0;

  constructor(texts: CaptureTexts) {
    this.#texts = texts;
  }

  received(packets: number): void {
    this.#packets = packets;
    if (Date.now() - this.#last >= INTERVAL_MS) this.#show();
  }

  dropped(packets: number): void {
    this.#dropped = packets;
    this.#show();
  }

  end(): void {
    if (this.#last > 0) process.stderr.write('\r\u001b[K');
  }

  #show(): void {
    if (!process.stderr.isTTY) return;
    this.#last = Date.now();
    const { count, number } = this.#texts;
    const dropped = this.#dropped === undefined ? undefined : number(this.#dropped);
    process.stderr.write(`\r${count(number(this.#packets), dropped)}`);
  }
}
