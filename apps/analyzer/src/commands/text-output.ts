/** The part of a stream that is written to. */
export interface Writable {
  write(text: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

/** Text is handed on in pieces of about this many characters. */
const PIECE_CHARACTERS = 64 * 1024;

/** Collects lines into larger writes, and waits where the reader is slow. */
export class TextOutput {
  readonly #stream: Writable;
  #text = '';

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  /** Whether {@link flush} should be awaited before more is added. */
  get full(): boolean {
    return this.#text.length >= PIECE_CHARACTERS;
  }

  add(line: string): void {
    this.#text += line;
  }

  async flush(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    if (text === '' || this.#stream.write(text)) return;
    await new Promise<void>((resolve) => this.#stream.once('drain', resolve));
  }
}
