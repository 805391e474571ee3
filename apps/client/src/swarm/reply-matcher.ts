import { REPLY_PREFIX } from '@praktikum/protocol';

const PREFIX = Buffer.from(REPLY_PREFIX);

/** `more` bytes are needed, the reply is `whole`, or it is `wrong`: not what was sent. */
export type Match = 'more' | 'whole' | 'wrong';

/**
 * Compares a reply with what was sent, whoever answers: an echo brings the message alone; the
 * guide's threaded server puts its prefix before every piece that it read, which may be once or,
 * when the stream was cut, several times. The message must not contain the prefix's first letter,
 * so that a prefix and the message cannot be taken for each other.
 */
export class ReplyMatcher {
  readonly #message: Uint8Array;
  #matched = 0;
  /** Bytes of a prefix that has begun. */
  #inPrefix = 0;
  /** Whether a prefix has been seen: the server replies, it does not echo. */
  prefixed = false;

  constructor(message: Uint8Array) {
    if (message.includes(PREFIX[0]!)) throw new TypeError('the message contains the prefix letter');
    this.#message = message;
  }

  /** Bytes of the message that have come back. */
  get matched(): number {
    return this.#matched;
  }

  push(chunk: Uint8Array): Match {
    for (const byte of chunk) {
      if (!this.#accept(byte)) return 'wrong';
    }
    return this.#matched === this.#message.length ? 'whole' : 'more';
  }

  #accept(byte: number): boolean {
    if (this.#inPrefix === 0 && byte === this.#message[this.#matched]) {
      this.#matched += 1;
      return true;
    }
    if (byte !== PREFIX[this.#inPrefix] || this.#matched === this.#message.length) return false;
    this.#inPrefix = (this.#inPrefix + 1) % PREFIX.length;
    this.prefixed ||= this.#inPrefix === 0;
    return true;
  }
}
