/**
 * Time of the owner that the commands of one client may take at once.
 * @unit ms
 * @against commands that are dear, such as a new nick in a hundred channels with a hundred masks each
 * @provenBy ./owner-time.spec.ts: lets a client take so much at once, and then a hundredth of the time
 */
const FREE_MS = 50;

/** What comes back to a client of what it has taken, in the time that goes by. */
const SHARE = 0.01;

/**
 * Longest time until the next command of a client is looked at.
 * @unit ms
 * @against a client that would wait for ever because this computer was slow, or slept
 * @provenBy ./owner-time.spec.ts: makes nobody wait longer than the longest pause
 */
const LONGEST_PAUSE_MS = 5000;

/** Of what a client has taken, so much is not worth remembering, in ms. */
const LITTLE_MS = 10;

/** How much of the owner's time one client has taken lately. Whoever takes much is heard less often. */
export class OwnerTime {
  #taken = 0;
  #at = 0;

  /**
   * Something that the client has asked for has taken so long.
   * @param now in ms, of a clock that does not go back
   */
  take(ms: number, now: number): void {
    this.#taken = Math.min(this.#left(now) + ms, FREE_MS + LONGEST_PAUSE_MS * SHARE);
    this.#at = now;
  }

  /** @returns ms until the next command of the client is to be looked at */
  pause(now: number): number {
    return Math.max(0, (this.#left(now) - FREE_MS) / SHARE);
  }

  /** Whether the client has taken little for a while. */
  isRested(now: number): boolean {
    return this.#left(now) < LITTLE_MS;
  }

  #left(now: number): number {
    return Math.max(0, this.#taken - (now - this.#at) * SHARE);
  }
}
