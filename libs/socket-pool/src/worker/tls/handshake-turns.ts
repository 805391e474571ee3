import type { Handshake } from './handshake.ts';

/**
 * So many handshakes of a thread have TLS state at the same time. Who comes then waits, with its first
 * message read and no answer begun: a crowd of honest clients is served one after the other.
 */
export class HandshakeTurns {
  readonly #most: number;
  readonly #start: (handshake: Handshake) => void;
  #started = 0;
  #waiting: Handshake[] = [];

  constructor(most: number, start: (handshake: Handshake) => void) {
    this.#most = most;
    this.#start = start;
  }

  /** Starts it, now or when it is its turn. */
  take(handshake: Handshake): void {
    if (this.#started >= this.#most) this.#waiting.push(handshake);
    else this.#begin(handshake);
  }

  /** It is over, whatever has become of it. */
  leave(handshake: Handshake): void {
    if (!handshake.hasTurn) return;
    handshake.hasTurn = false;
    this.#started -= 1;
    // Not within the events of the one that has just left.
    if (this.#waiting.length > 0) setImmediate(() => this.#next());
  }

  #next(): void {
    while (this.#started < this.#most) {
      const handshake = this.#waiting.shift();
      if (handshake === undefined) return;
      if (handshake.isUnfinished) this.#begin(handshake);
    }
  }

  #begin(handshake: Handshake): void {
    handshake.hasTurn = true;
    this.#started += 1;
    this.#start(handshake);
  }
}
