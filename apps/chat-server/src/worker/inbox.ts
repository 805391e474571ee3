import {
  byteLength,
  LineSplitter,
  MAX_BODY_BYTES,
  MAX_CLIENT_TAGS_BYTES,
  type DecodedLine,
} from '@praktikum/irc';
import { setTimeout as sleep } from 'node:timers/promises';
import { FloodGate, type FloodLimit } from './flood-gate.ts';
import type { Peer } from './peer.ts';
import type { UpLine } from './up-line.ts';

/**
 * Longest line of REGISTER, which holds a password; every other is one of 512 bytes.
 * @unit bytes
 * @against lines without end
 * @provenBy ../../integration/limits.spec.ts: takes a long password in a line of its own length, and no other line
 */
const MAX_REGISTER_BYTES = 1024;

/**
 * Lines of one client that are on their way to the owner: the next ones are read when it has answered.
 * @unit lines
 * @against a client that asks faster than it reads: its answers would wait here, and cut it off
 * @provenBy ../../../../libs/testing/src/abuse-suite.ts: misses nothing with a client that reads late
 */
const MAX_LINES_AT_ONCE = 256;

/** What one client sends, on its way to the owner: held to its pace, and to that of the owner. */
export class Inbox {
  readonly #peer: Peer;
  readonly #up: UpLine;
  readonly #gate: FloodGate;
  readonly #splitter = new LineSplitter({
    maxTagsBytes: MAX_CLIENT_TAGS_BYTES,
    maxBodyBytes: MAX_REGISTER_BYTES,
  });
  readonly #closed = new AbortController();
  #wasRegistered = false;
  #unanswered = 0;

  constructor(peer: Peer, up: UpLine, limit: FloodLimit | null) {
    this.#peer = peer;
    this.#up = up;
    this.#gate = new FloodGate(limit);
  }

  /**
   * Takes what the client has sent. The bytes are only lent.
   * @returns nothing when all of it has been taken; otherwise what to wait for before reading on
   */
  receive(chunk: Uint8Array): Promise<void> | undefined {
    this.#peer.heard(performance.now()); // half a line is a sign of life, too
    const lines = this.#splitter.push(chunk);
    for (let at = 0; at < lines.length; at++) {
      if (this.#delayMs() > 0) return this.#takeSlowly(lines.slice(at));
      this.#take(lines[at]!);
      const room = this.#room();
      if (room !== undefined) return room.then(() => this.#takeSlowly(lines.slice(at + 1)));
    }
    return undefined;
  }

  /** It has sent all it will send. */
  ended(): void {
    this.#up.push({ kind: 'ended', client: this.#peer.id });
  }

  /** It has gone: what still waits for its turn is not taken. */
  close(): void {
    this.#closed.abort();
  }

  async #takeSlowly(lines: readonly DecodedLine[]): Promise<void> {
    const { signal } = this.#closed;
    for (const line of lines) {
      for (let wait = this.#delayMs(); wait > 0; wait = this.#delayMs()) {
        await sleep(wait, undefined, { signal, ref: false }).catch(() => undefined);
        if (signal.aborted) return;
      }
      this.#take(line);
      await this.#room();
    }
  }

  /** Milliseconds until one more line may be taken; 0: it may, and counts as taken. */
  #delayMs(): number {
    if (this.#peer.isRegistered && !this.#wasRegistered) {
      this.#wasRegistered = true;
      this.#gate.restart();
    }
    return this.#gate.pass(performance.now());
  }

  #take(decoded: DecodedLine): void {
    // Who has pasted a page is not silent while its lines wait for their turn, however long that takes.
    this.#peer.heard(performance.now());
    this.#unanswered += 1;
    const client = this.#peer.id;
    if ('line' in decoded) {
      const { line } = decoded;
      if (isTooLong(line)) this.#up.push({ kind: 'fault', client, fault: 'too-long', command: '' });
      else this.#up.push({ kind: 'line', client, line });
    } else {
      const { failure: fault, command = '' } = decoded;
      this.#up.push({ kind: 'fault', client, fault, command });
    }
  }

  /** @returns nothing while the owner keeps up; otherwise what to wait for before reading on */
  #room(): Promise<void> | undefined {
    if (this.#unanswered < MAX_LINES_AT_ONCE) return this.#up.isFull ? this.#up.room() : undefined;
    this.#unanswered = 0;
    return this.#up.workedThrough();
  }
}

function isTooLong(line: string): boolean {
  if (line.length <= (MAX_BODY_BYTES - 2) / 3) return false; // whatever its characters are
  const start = line.startsWith('@') ? line.indexOf(' ') + 1 : 0;
  const body = start === 0 ? line : line.slice(start);
  return byteLength(body) > MAX_BODY_BYTES - 2 && !/^ *REGISTER /i.test(body);
}
