/**
 * Asks a thread at intervals whether it still listens. A thread that is stuck in a loop cannot
 * answer; everything else about it looks as if it were well.
 */
export class Heartbeat {
  readonly #timer: NodeJS.Timeout;
  readonly #intervalMs: number;
  #pingedAt: number | undefined;
  #stopped = false;

  /**
   * @param intervalMs between two questions
   * @param deadlineMs how long a question may stay open
   * @param ping sends the question
   * @param stuck told once when it stayed open for too long
   */
  constructor(intervalMs: number, deadlineMs: number, ping: () => void, stuck: () => void) {
    this.#intervalMs = intervalMs;
    this.#timer = setInterval(() => {
      if (this.#pingedAt === undefined) {
        this.#pingedAt = performance.now();
        ping();
      } else if (performance.now() - this.#pingedAt >= deadlineMs) {
        // Timers run before what has arrived is read: when this thread was late, the answer may be there.
        setImmediate(() => {
          if (this.#pingedAt === undefined || this.#stopped) return;
          this.stop();
          stuck();
        });
      }
    }, intervalMs);
    this.#timer.unref();
  }

  /** Whether the last question was answered, or is too young to tell. */
  get responsive(): boolean {
    return this.#pingedAt === undefined || performance.now() - this.#pingedAt < this.#intervalMs;
  }

  answered(): void {
    this.#pingedAt = undefined;
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }
}
