import { setTimeout as sleep } from 'node:timers/promises';
import { addTraffic, NO_TRAFFIC, trafficOf, type Traffic } from '../pool-stats.ts';
import type { PoolWorker } from './pool-worker.ts';
import { RestartPolicy } from './restart-policy.ts';
import type { WorkerExit } from './worker-exit.ts';

/** What a slot needs of its group. */
export interface WorkerSlotActions {
  /** Starts a worker of this number. */
  start(number: number): PoolWorker;
  /** Lets one that is ready accept, where workers accept by themselves. */
  letAccept(worker: PoolWorker): Promise<void>;
  /** Told of every worker of the slot that ends without having been told to. */
  exited(number: number, exit: WorkerExit): void;
  /** A worker that replaces a failed one can serve. */
  restarted(number: number): void;
  /** No worker is started here any more. */
  givenUp(last: WorkerExit): void;
}

/** Where one worker stands, by its number. The worker changes, the slot and its history stay. */
export class WorkerSlot {
  readonly #actions: WorkerSlotActions;
  readonly #stopping: AbortSignal;
  readonly #policy = new RestartPolicy();
  /** Of a reload, still serving: they get no new connections and end with their last one. */
  readonly #retired = new Set<PoolWorker>();
  #worker: PoolWorker;
  /** Of the workers that were here before. */
  #past: Traffic = NO_TRAFFIC;
  /** Workers started in the place of failed ones. */
  restarts = 0;
  isGivenUp = false;

  /** @param stopping from then on nobody is replaced */
  constructor(number: number, stopping: AbortSignal, actions: WorkerSlotActions) {
    this.#actions = actions;
    this.#stopping = stopping;
    this.#worker = actions.start(number);
  }

  get worker(): PoolWorker {
    return this.#worker;
  }

  /** Threads that a reload has replaced and that have not ended yet. */
  get retired(): readonly PoolWorker[] {
    return [...this.#retired];
  }

  /** What has passed through the workers of this number. */
  get traffic(): Traffic {
    const living = [this.#worker, ...this.#retired].filter(({ state }) => state !== 'exited');
    return living.map(trafficOf).reduce(addTraffic, this.#past);
  }

  /** From now on a worker that fails is replaced. */
  watch(): void {
    void this.#replaceWhenExited(this.#worker);
  }

  /** A reload has started this one in the place of the other, which ends with its last connection. */
  renew(worker: PoolWorker, graceMs: number): void {
    const old = this.#worker;
    this.#worker = worker;
    this.isGivenUp = false;
    this.watch();
    this.#retired.add(old);
    void old.exited.then(() => this.#retired.delete(old));
    old.stopWhenIdle(graceMs);
  }

  async #replaceWhenExited(worker: PoolWorker): Promise<void> {
    const signal = this.#stopping;
    const startedAt = performance.now();
    const exit = await worker.exited;
    this.#past = addTraffic(this.#past, trafficOf(worker));
    if (!exit.intended) this.#actions.exited(worker.number, exit);
    if (signal.aborted || this.#worker !== worker) return;
    const delay = this.#policy.afterExit(performance.now() - startedAt, exit.becameReady);
    if (delay === undefined) {
      this.isGivenUp = true;
      return this.#actions.givenUp(exit);
    }
    await sleep(delay, undefined, { signal }).catch(() => undefined);
    if (signal.aborted || this.#worker !== worker) return;
    this.#restart(worker.number);
  }

  #restart(number: number): void {
    this.restarts += 1;
    const worker = this.#actions.start(number);
    this.#worker = worker;
    this.watch();
    worker.ready
      .then(() => (this.#worker === worker ? this.#actions.letAccept(worker) : undefined))
      .then(
        () => this.#actions.restarted(number),
        () => undefined, // its exit says it too
      );
  }
}
