import { countText } from '@praktikum/capture-report';
import type { Language } from '@praktikum/service';
import { CAPTURE_TEXTS } from './texts.ts';

/** Between two counts on the terminal, in milliseconds. */
const INTERVAL_MS = 200;

/**
 * Counts packets, and those that were lost, on the last line of a terminal; where there is none, nothing
 * is shown.
 */
export class LiveCount {
  readonly #language: Language;
  #packets = 0;
  #dropped: number | undefined;
  #last = 0;

  constructor(language: Language) {
    this.#language = language;
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
    const packets = countText(this.#packets, this.#language);
    const dropped =
      this.#dropped === undefined ? undefined : countText(this.#dropped, this.#language);
    process.stderr.write(`\r${CAPTURE_TEXTS[this.#language].count(packets, dropped)}`);
  }
}
