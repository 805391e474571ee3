/** So many lines in so many seconds. */
export interface FloodLimit {
  readonly lines: number;
  readonly seconds: number;
}

/**
 * Lets through no more lines of one client than the limit allows in any stretch of its length. Who sends more is
 * read more slowly, and loses nothing.
 */
export class FloodGate {
  readonly #limit: FloodLimit | null;
  /** When the last lines were let through, as many as the limit has; the oldest is at `#at`. */
  readonly #times: number[] = [];
  #at = 0;

  /** @param limit null: everything passes */
  constructor(limit: FloodLimit | null) {
    this.#limit = limit;
  }

  /**
   * Lets one line through, if it may pass now.
   * @param now in milliseconds of any clock that does not go back
   * @returns 0, or the milliseconds until it may
   */
  pass(now: number): number {
    if (this.#limit === null) return 0;
    const { lines, seconds } = this.#limit;
    if (this.#times.length < lines) {
      this.#times.push(now);
      return 0;
    }
    const wait = this.#times[this.#at]! + seconds * 1000 - now;
    if (wait > 0) return wait;
    this.#times[this.#at] = now;
    this.#at = (this.#at + 1) % lines;
    return 0;
  }

  /** Forgets what has passed: what a client needs to register is not held against it. */
  restart(): void {
    this.#times.length = 0;
    this.#at = 0;
  }
}
