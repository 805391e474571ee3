import type { Worker } from 'node:worker_threads';
import type { WorkerLoad } from '../../shared/messages.ts';

/** How busy a thread is, by its own account and by that of its event loop. */
export class WorkerActivity {
  readonly #loop: Worker['performance'];
  #before: ReturnType<Worker['performance']['eventLoopUtilization']> | undefined;
  /** What it said of itself last; undefined until it was asked. */
  load: WorkerLoad | undefined;
  /** Share of the time between its last two words in which its event loop was busy, 0 to 1. */
  utilization = 0;

  constructor({ performance }: Worker) {
    this.#loop = performance;
  }

  told(load: WorkerLoad): void {
    this.load = load;
    const now = this.#loop.eventLoopUtilization();
    const { utilization } = this.#before ? this.#loop.eventLoopUtilization(now, this.#before) : now;
    this.utilization = utilization;
    this.#before = now;
  }
}
