import { parseMessage } from './message.ts';

/**
 * Longest line without its tags, its CR LF included (Modern IRC, section Message Format).
 * @unit bytes
 * @against a peer that never ends its line and fills the memory
 * @provenBy ./line-splitter.spec.ts: takes a body of the longest length and refuses one byte more
 */
export const MAX_BODY_BYTES = 512;

/**
 * Longest tags of a line, the `@` and the space behind them included: what a client gets from a server
 * at the most (IRCv3 message-tags, section Size limit).
 * @unit bytes
 * @against a server that sends tags without end
 * @provenBy ./line-splitter.spec.ts: takes tags of the longest length and refuses one byte more, of a %s
 */
export const MAX_TAGS_BYTES = 8191;

/**
 * Longest tags that a client may send, the `@` and the space behind them included. The room that is left
 * is for the tags that the server adds before it hands them on.
 * @unit bytes
 * @against a client whose tags leave no room for those of the server
 * @provenBy ./line-splitter.spec.ts: takes tags of the longest length and refuses one byte more, of a %s
 */
export const MAX_CLIENT_TAGS_BYTES = 4096;

/** One line without its end, or why there is none to read, with the command as far as it is known. */
export type DecodedLine =
  | { readonly line: string }
  | {
      readonly failure: 'too-long' | 'tags-too-long' | 'invalid-utf8';
      readonly command?: string;
    };

const NUL = 0x00;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const AT = 0x40;
const CRLF_BYTES = 2;

const NOTHING = new Uint8Array(0);

const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT_UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Cuts a stream of bytes into lines of UTF-8. CR LF, LF and CR end a line; empty lines are skipped, and
 * NUL bytes are taken out, for no message may hold one. A line that is refused takes its place among
 * the others once it has ended, and the next one is read as ever.
 * Source: Modern IRC, sections Message Format and Compatibility with incorrect software.
 */
export class LineSplitter {
  readonly #maxTagsBytes: number;
  readonly #maxBodyBytes: number;
  /** The line that has begun, in a buffer that grows by doubling. */
  #line = NOTHING;
  #buffered = 0;

  /**
   * @param options.maxTagsBytes with `@` and space. Default `MAX_TAGS_BYTES`; a server passes
   *   `MAX_CLIENT_TAGS_BYTES`
   * @param options.maxBodyBytes with CR LF, whatever ends the line. Default `MAX_BODY_BYTES`
   */
  constructor(options: { maxTagsBytes?: number; maxBodyBytes?: number } = {}) {
    this.#maxTagsBytes = options.maxTagsBytes ?? MAX_TAGS_BYTES;
    this.#maxBodyBytes = options.maxBodyBytes ?? MAX_BODY_BYTES;
  }

  /** Bytes that are kept of the line that has begun; less than both limits together. */
  get buffered(): number {
    return this.#buffered;
  }

  /** The lines that this chunk completes, in order. The chunk's memory is free again afterwards. */
  push(chunk: Uint8Array): DecodedLine[] {
    const bytes = chunk.includes(NUL) ? chunk.filter((byte) => byte !== NUL) : chunk;
    const lines: DecodedLine[] = [];
    let start = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte !== LF && byte !== CR) continue;
      // Of CR LF the CR ends the line, and the LF another one, which is empty.
      if (at > start || this.#buffered > 0) lines.push(this.#complete(bytes.subarray(start, at)));
      start = at + 1;
    }
    if (start < bytes.length) this.#keep(bytes.subarray(start));
    return lines;
  }

  /** Whether the stream may end here: `partial` when a line has begun and its end never came. */
  end(): 'clean' | 'partial' {
    return this.#buffered === 0 ? 'clean' : 'partial';
  }

  #complete(tail: Uint8Array): DecodedLine {
    if (this.#buffered === 0) return this.#decode(tail);
    this.#keep(tail);
    const line = this.#line.subarray(0, this.#buffered);
    // An idle connection keeps no buffer.
    this.#line = NOTHING;
    this.#buffered = 0;
    return this.#decode(line);
  }

  /** Appends what fits. A full buffer is one byte over the limits, and the rest tells nothing new. */
  #keep(piece: Uint8Array): void {
    const capacity = this.#capacity(this.#buffered === 0 ? piece[0] : this.#line[0]);
    const kept = piece.subarray(0, capacity - this.#buffered);
    const length = this.#buffered + kept.length;
    if (length > this.#line.length) {
      const grown = new Uint8Array(Math.min(capacity, Math.max(64, length * 2)));
      grown.set(this.#line.subarray(0, this.#buffered));
      this.#line = grown;
    }
    this.#line.set(kept, this.#buffered);
    this.#buffered = length;
  }

  /** The bytes, without CR LF, that tell whether a line is too long: the limits and one more. */
  #capacity(first: number | undefined): number {
    return (first === AT ? this.#maxTagsBytes : 0) + this.#maxBodyBytes - CRLF_BYTES + 1;
  }

  #decode(line: Uint8Array): DecodedLine {
    const tagsBytes = tagsLength(line);
    if (tagsBytes > this.#maxTagsBytes) return { failure: 'tags-too-long' };
    if (line.length - tagsBytes + CRLF_BYTES > this.#maxBodyBytes) {
      const begin = LENIENT_UTF8.decode(line.subarray(0, this.#capacity(line[0])));
      // The last word may have been cut.
      return refusal('too-long', begin.slice(0, Math.max(0, begin.lastIndexOf(' '))));
    }
    try {
      return { line: STRICT_UTF8.decode(line) };
    } catch {
      return refusal('invalid-utf8', LENIENT_UTF8.decode(line));
    }
  }
}

/** Bytes of the tags with `@` and the space: 6 of `@id=7 PING`. */
function tagsLength(line: Uint8Array): number {
  if (line[0] !== AT) return 0;
  const space = line.indexOf(SPACE);
  return space === -1 ? line.length : space + 1;
}

function refusal(failure: 'too-long' | 'invalid-utf8', text: string): DecodedLine {
  const command = parseMessage(text)?.command;
  return command !== undefined && /^[A-Z0-9]+$/.test(command) ? { failure, command } : { failure };
}
