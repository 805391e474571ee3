import type { Worker } from 'node:worker_threads';

/**
 * How long a worker that does nothing may take until it says that it is ready. One that works is only slow,
 * or shares its core with many others.
 * @unit ms
 * @against a start, or a reload, that waits for ever for a worker
 * @provenBy ./pool-worker.spec.ts: ends a worker that does not become ready
 * @provenBy ./start-deadline.spec.ts: waits for a worker that works
 */
export const WORKER_START_TIMEOUT_MS = 10_000;

/**
 * How long a worker may work, in time of its core, until it says that it is ready.
 * @unit ms
 * @against a start, or a reload, that waits for ever for a worker in an endless loop
 * @provenBy ./start-deadline.spec.ts: ends one that works without end
 */
export const MAX_START_WORK_MS = 60_000;

const CHECK_EVERY_MS = 1000;

/** To be asked how much it has worked takes a thread a tenth of this. */
const LEAST_WORK_MS = 2;

/** Ends the wait for a worker that will not start any more. */
export class StartDeadline {
  readonly #thread: Pick<Worker, 'cpuUsage'>;
  readonly #late: (reason: string) => void;
  readonly #timer: NodeJS.Timeout;
  #idleMs = 0;
  #workedMs = 0;

  /** @param late told once, unless it is stopped before */
  constructor(thread: Pick<Worker, 'cpuUsage'>, late: (reason: string) => void) {
    this.#thread = thread;
    this.#late = late;
    this.#timer = setInterval(() => this.#check(), CHECK_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #check(): void {
    this.#idleMs += CHECK_EVERY_MS;
    if (this.#idleMs >= WORKER_START_TIMEOUT_MS) this.#end(`${WORKER_START_TIMEOUT_MS} ms`);
    this.#thread.cpuUsage().then(
      ({ user, system }) => this.#worked((user + system) / 1000),
      () => undefined, // it has no figures yet, or has ended, which is told elsewhere
    );
  }

  #worked(totalMs: number): void {
    if (totalMs - this.#workedMs < LEAST_WORK_MS) return;
    this.#workedMs = totalMs;
    this.#idleMs = 0;
    if (totalMs >= MAX_START_WORK_MS) this.#end(`${MAX_START_WORK_MS} ms of work`);
  }

  #end(time: string): void {
    this.stop();
    this.#late(`not ready after ${time}`);
  }
}
