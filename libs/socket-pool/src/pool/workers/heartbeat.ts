/**
 * Asks a thread at intervals whether it still listens. A thread that is stuck in a loop cannot
 * answer; everything else about it looks as if it were well.
 */
export class Heartbeat {
  readonly #timer: NodeJS.Timeout;
  readonly #intervalMs: number;
  #askedAt: number | undefined;
  #stopped = false;

  /**
   * @param intervalMs between two questions
   * @param deadlineMs how long a question may stay open
   * @param ask sends the question
   * @param stuck told once when it stayed open for too long
   */
  constructor(intervalMs: number, deadlineMs: number, ask: () => void, stuck: () => void) {
    this.#intervalMs = intervalMs;
    this.#timer = setInterval(() => {
      if (this.#askedAt === undefined) {
        this.#askedAt = performance.now();
        ask();
      } else if (performance.now() - this.#askedAt >= deadlineMs) {
        // Timers run before what has arrived is read: when this thread was late, the answer may be there.
        setImmediate(() => {
          if (this.#askedAt === undefined || this.#stopped) return;
          this.stop();
          stuck();
        });
      }
    }, intervalMs);
    this.#timer.unref();
  }

  /** Whether the last question was answered, or is too young to tell. */
  get responsive(): boolean {
    return this.#askedAt === undefined || performance.now() - this.#askedAt < this.#intervalMs;
  }

  answered(): void {
    this.#askedAt = undefined;
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }
}
