/**
 * How long conversations may work in one turn of the event loop. What comes then waits for a later one.
 * @unit ms
 * @against clients whose requests are dear (64 KiB of empty lines are 65,536 answers): a few hundred at
 *   once kept a worker from its timers and messages until it was ended as stuck
 * @provenBy ./turns.spec.ts: leaves what is over its time to later turns, in order
 * @provenBy ../pool/pool-fairness.spec.ts: answers all of many dear requests, and is not
 *   taken for stuck (%s)
 */
const TURN_MS = 20;

/** Shares the time of a thread among its connections: a few of them are served in each turn of the event loop. */
export class Turns {
  readonly #turnMs: number;
  readonly #waiting: (() => void)[] = [];
  #endsAt: number | undefined;
  #isNextDue = false;

  /** @param turnMs how much work a turn has time for */
  constructor(turnMs = TURN_MS) {
    this.#turnMs = turnMs;
  }

  /** Whether this turn has no time left. */
  get isOver(): boolean {
    const now = performance.now();
    this.#endsAt ??= now + this.#turnMs;
    this.#awaitNext();
    return now >= this.#endsAt;
  }

  /** Leaves work to one of the next turns. */
  defer(work: () => void): void {
    this.#waiting.push(work);
    this.#awaitNext();
  }

  #awaitNext(): void {
    if (!this.#isNextDue) setImmediate(this.#begin);
    this.#isNextDue = true;
  }

  /** What has waited is done first; what is read after it has time of its own. */
  readonly #begin = (): void => {
    this.#isNextDue = false;
    this.#endsAt = undefined;
    const endsAt = performance.now() + this.#turnMs;
    for (let work = this.#waiting.shift(); work; work = this.#waiting.shift()) {
      if (this.#waiting.length > 0) this.#awaitNext();
      work();
      if (performance.now() >= endsAt) return;
    }
  };
}
