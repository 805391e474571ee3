import type { Writable } from 'node:stream';
import { DisplayDecoder, escapeControls } from '@praktikum/protocol';
import { GUIDE_LINES } from '../texts.ts';
import { writeTo } from '../write-to.ts';

/** Shows a reply while it arrives. */
export interface ReplyView {
  push(chunk: Uint8Array): Promise<void>;
  /** Nothing more comes; may be called twice. */
  end(): Promise<void>;
}

/** `Diterima: ` once, then the text as it comes: the pieces of a stream are no messages. */
export class TextReplyView implements ReplyView {
  readonly #out: Writable;
  readonly #decoder = new DisplayDecoder();
  #lineOpen = false;
  #begun = false;

  constructor(out: Writable) {
    this.#out = out;
  }

  async push(chunk: Uint8Array): Promise<void> {
    await this.#write(this.#decoder.push(chunk));
  }

  async end(): Promise<void> {
    const rest = this.#decoder.end();
    if (rest !== '') await this.#write(rest);
    if (this.#lineOpen) await writeTo(this.#out, '\n');
    this.#lineOpen = false;
  }

  async #write(text: string): Promise<void> {
    const shown = escapeControls(text, 'keep');
    await writeTo(this.#out, this.#begun ? shown : GUIDE_LINES.received(shown));
    this.#begun = true;
    this.#lineOpen = !shown.endsWith('\n');
  }
}

/** The exact bytes and nothing else, for `--raw`. */
export class RawReplyView implements ReplyView {
  readonly #out: Writable;

  constructor(out: Writable) {
    this.#out = out;
  }

  push(chunk: Uint8Array): Promise<void> {
    return writeTo(this.#out, chunk);
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}
