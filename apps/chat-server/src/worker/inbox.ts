import { byteLength, MAX_BODY_BYTES, type DecodedLine } from '@praktikum/irc';
import { FloodGate, type FloodLimit } from './flood-gate.ts';
import type { Peer } from './peer.ts';
import type { UpLine } from './up-line.ts';

/**
 * Longest line of REGISTER, which holds a password; every other is one of 512 bytes.
 * @unit bytes
 * @against lines without end
 * @provenBy ../../integration/limits.spec.ts: takes a long password in a line of its own length, and no other line
 */
export const MAX_REGISTER_BYTES = 1024;

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
  #wasRegistered = false;
  #unanswered = 0;

  constructor(peer: Peer, up: UpLine, limit: FloodLimit | null) {
    this.#peer = peer;
    this.#up = up;
    this.#gate = new FloodGate(limit);
  }

  /** A sign of life has come. */
  heard(): void {
    this.#peer.heard(performance.now());
  }

  /** Milliseconds until one more line may be taken; 0: it may, and counts as taken. */
  delayMs(): number {
    if (this.#peer.isRegistered && !this.#wasRegistered) {
      this.#wasRegistered = true;
      this.#gate.restart();
    }
    return this.#gate.pass(performance.now());
  }

  take(decoded: DecodedLine): void {
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

  /** It has sent all it will send. */
  ended(): void {
    this.#up.push({ kind: 'ended', client: this.#peer.id });
  }

  /** @returns nothing while the owner keeps up; otherwise what to wait for before reading on */
  room(): Promise<void> | undefined {
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
