/**
 * First pause before a worker is replaced; it doubles with every failure in a row.
 * @unit ms
 * @against a worker that fails at once and is started again in a loop
 * @provenBy ./restart-policy.spec.ts: waits twice as long after every failure, up to five seconds
 */
const FIRST_DELAY_MS = 100;
/**
 * Longest of these pauses.
 * @unit ms
 * @against a place that stays empty long after its fault has gone
 * @provenBy ./restart-policy.spec.ts: waits twice as long after every failure, up to five seconds
 */
const LONGEST_DELAY_MS = 5000;

/**
 * Starts that may fail in a row before the pool gives a worker up.
 * @unit starts
 * @against a pool that starts broken workers for ever and serves nobody
 * @provenBy ./restart-policy.spec.ts: gives up after so many failed starts in a row
 * @provenBy ../pool-failures.spec.ts: gives up when no worker can be started any more
 */
export const MAX_START_FAILURES = 5;

/**
 * A worker that lived this long was sound: the next failure counts as the first one.
 * @unit ms
 * @against old failures that are held against a worker that has been sound since
 * @provenBy ./restart-policy.spec.ts: begins anew after a worker that lived long
 */
const STEADY_MS = 10_000;

/** When the worker of one place is started again, and when no more. */
export class RestartPolicy {
  #failures = 0;
  #startFailures = 0;

  /**
   * @param livedMs how long the worker lived
   * @param becameReady whether it had come so far as to serve
   * @returns milliseconds until its replacement, or undefined for none
   */
  afterExit(livedMs: number, becameReady: boolean): number | undefined {
    if (becameReady && livedMs >= STEADY_MS) this.#failures = 0;
    this.#startFailures = becameReady ? 0 : this.#startFailures + 1;
    if (this.#startFailures >= MAX_START_FAILURES) return undefined;
    this.#failures += 1;
    return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (this.#failures - 1));
  }
}
