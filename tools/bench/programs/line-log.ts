import { writeSync } from 'node:fs';

const BUFFERED_CHARACTERS = 4096;
const FLUSH_MS = 100;

/** Lines on standard output, some kilobytes at a time: about the least that logging costs in Node. */
export class LineLog {
  #waiting = '';

  constructor() {
    setInterval(() => this.#flush(), FLUSH_MS).unref();
  }

  line(text: string): void {
    this.#waiting += `${text}\n`;
    if (this.#waiting.length >= BUFFERED_CHARACTERS) this.#flush();
  }

  #flush(): void {
    if (this.#waiting === '') return;
    const text = this.#waiting;
    this.#waiting = '';
    writeSync(1, text);
  }
}
