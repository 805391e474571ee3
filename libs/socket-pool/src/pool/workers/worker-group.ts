import type { BoundSocket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError, messageOf } from '@praktikum/protocol';
import {
  PoolWorker,
  type PoolWorkerEvents,
  type PoolWorkerOptions,
  type WorkerExit,
} from './pool-worker.ts';
import { addTraffic, NO_TRAFFIC, trafficOf, type Traffic } from '../pool-stats.ts';
import { requireRoomForThread } from '../accept/descriptor-limit.ts';
import { RestartPolicy } from './restart-policy.ts';

/**
 * How long a worker that is told to stop may take before it is terminated.
 * @unit ms
 * @protects a stop that waits for a worker that does not listen
 * @provenBy ../pool-close.spec.ts: can be forced while it waits, even when a worker is stuck
 */
const STOP_GRACE_MS = 500;

export interface WorkerGroupEvents extends Omit<PoolWorkerEvents, 'listenerLost'> {
  exited(worker: number, exit: WorkerExit): void;
  /** A worker that replaces a failed one can serve. */
  restarted(worker: number): void;
  /** A thread has become ready, or has ended. */
  threadsChanged(): void;
  /** The last worker was given up: nobody will serve any more. */
  failed(error: CodedError): void;
}

/** What a worker is started with, and what a reload may change. */
export type WorkerModule = Pick<PoolWorkerOptions, 'module' | 'data' | 'tls'>;

/** Where one worker stands, by its number. The worker changes, the place and its history stay. */
interface Place {
  worker: PoolWorker;
  readonly policy: RestartPolicy;
  givenUp: boolean;
  /** Of the workers that were here before. */
  past: Traffic;
}

/** Binds one more socket to the port of the pool. */
export type Bind = () => BoundSocket;

/** The worker threads of a pool: starts them, replaces those that fail, chooses the least busy. */
export class WorkerGroup {
  #options: Omit<PoolWorkerOptions, 'worker'>;
  readonly #events: WorkerGroupEvents;
  readonly #stopping = new AbortController();
  readonly #places: Place[] = [];
  /** Replaced by a reload: they get no new connections and end with their last one. */
  readonly #retired = new Set<PoolWorker>();
  /** Where workers accept by themselves. */
  #bind: Bind | undefined;
  /** Workers started in the place of failed ones. */
  restarts = 0;

  constructor(options: Omit<PoolWorkerOptions, 'worker'>, events: WorkerGroupEvents) {
    this.#options = options;
    this.#events = events;
  }

  /** What has passed through the workers of this number. */
  trafficOf(number: number): Traffic {
    const living = this.#all().filter(({ worker }) => worker === number);
    const past = this.#places[number - 1]?.past ?? NO_TRAFFIC;
    return living.map(trafficOf).reduce(addTraffic, past);
  }

  get workers(): readonly PoolWorker[] {
    return this.#places.map(({ worker }) => worker);
  }

  /** Threads that a reload has replaced and that have not ended yet. */
  get retired(): number {
    return this.#retired.size;
  }

  /**
   * Starts the first workers and waits for all of them.
   * @throws CodedError `ERR_WORKER_START` when one fails; the others are ended again
   */
  async start(count: number): Promise<void> {
    for (let number = 1; number <= count; number++) {
      const worker = this.#startWorker(number);
      this.#places.push({
        worker,
        policy: new RestartPolicy(),
        givenUp: false,
        past: NO_TRAFFIC,
      });
    }
    try {
      await Promise.all(this.workers.map(({ ready }) => ready));
    } catch (error) {
      this.destroy();
      await this.ended();
      throw error;
    }
    for (const place of this.#places) void this.#replaceWhenExited(place, place.worker);
  }

  /**
   * Makes every worker accept by itself, from now on also those that replace others.
   * @throws what the binding throws, and what the first worker that cannot listen says
   */
  async listen(bind: Bind): Promise<void> {
    this.#bind = bind;
    await Promise.all(this.workers.map((worker) => this.#letAccept(worker)));
  }

  /** Resolves when no worker accepts any more, after `deadlineMs` at the latest. */
  async stopListening(deadlineMs: number): Promise<void> {
    this.#bind = undefined;
    const stopped = Promise.all(this.#all().map((worker) => worker.listening.stop()));
    await Promise.race([stopped, sleep(deadlineMs, undefined, { ref: false })]);
  }

  /**
   * Starts every worker anew, one after the other, with the module as it is on disk now. The old
   * ones keep the connections they have and end with the last of them.
   * @throws CodedError `ERR_WORKER_START` when a new one fails: the old ones go on serving
   */
  async reload(changes: Partial<WorkerModule>): Promise<void> {
    const before = this.#options;
    this.#options = { ...before, ...changes };
    for (const place of this.#places) {
      let replacement: PoolWorker;
      try {
        requireRoomForThread();
        replacement = this.#startWorker(place.worker.worker);
        await replacement.ready;
        await this.#letAccept(replacement, place.worker);
      } catch (error) {
        this.#options = before;
        throw error;
      }
      if (this.#stopping.signal.aborted) return replacement.stop(STOP_GRACE_MS);
      this.#retire(place.worker);
      place.worker = replacement;
      place.givenUp = false;
      void this.#replaceWhenExited(place, replacement);
    }
  }

  /**
   * The worker with the fewest connections, or undefined when none is ready. One that is busy with
   * long work gets a connection only when all of them are.
   */
  leastBusy(): PoolWorker | undefined {
    let best: PoolWorker | undefined;
    for (const { worker } of this.#places) {
      if (worker.state === 'ready' && (best === undefined || isLessBusy(worker, best)))
        best = worker;
    }
    return best;
  }

  /** From now on nobody is replaced, and every worker closes its connections as they fall silent. */
  drain(): void {
    this.#stopping.abort();
    for (const worker of this.#all()) worker.drain();
  }

  /** Ends the threads. Connections they still have are closed with them. */
  stop(): void {
    this.#stopping.abort();
    for (const worker of this.#all()) worker.stop(STOP_GRACE_MS);
  }

  /** Cuts every connection off and ends the threads. */
  destroy(): void {
    this.#stopping.abort();
    for (const worker of this.#all()) worker.destroy(STOP_GRACE_MS);
  }

  /** Resolves when no thread of the group is left. */
  async ended(): Promise<void> {
    await Promise.all(this.#all().map(({ exited }) => exited));
  }

  #all(): PoolWorker[] {
    return [...this.workers, ...this.#retired];
  }

  #startWorker(worker: number): PoolWorker {
    const started = new PoolWorker(
      { ...this.#options, worker },
      { ...this.#events, listenerLost: (thread) => this.#listenAgain(thread) },
    );
    const changed = () => this.#events.threadsChanged();
    started.ready.then(changed, () => undefined);
    void started.exited.then(changed);
    return started;
  }

  /** One that is not the newest of its number accepts no more; one that fails asks again. */
  #listenAgain(worker: PoolWorker): void {
    if (this.#bind === undefined || !this.workers.includes(worker)) return;
    try {
      void worker.listening.listen(this.#bind());
    } catch {
      // No descriptor is free for it yet.
    }
  }

  #retire(worker: PoolWorker): void {
    this.#retired.add(worker);
    void worker.exited.then(() => this.#retired.delete(worker));
    worker.stopWhenIdle(STOP_GRACE_MS);
  }

  async #replaceWhenExited(place: Place, worker: PoolWorker): Promise<void> {
    const { signal } = this.#stopping;
    const startedAt = performance.now();
    const exit = await worker.exited;
    place.past = addTraffic(place.past, trafficOf(worker));
    if (!exit.asked) this.#events.exited(worker.worker, exit);
    if (signal.aborted || place.worker !== worker) return;
    const delay = place.policy.afterExit(performance.now() - startedAt, exit.becameReady);
    if (delay === undefined) return this.#giveUp(place, exit);
    await sleep(delay, undefined, { signal }).catch(() => undefined);
    if (signal.aborted || place.worker !== worker) return;
    this.restarts += 1;
    const replacement = this.#startWorker(worker.worker);
    place.worker = replacement;
    void this.#replaceWhenExited(place, replacement);
    replacement.ready
      .then(() => (place.worker === replacement ? this.#letAccept(replacement) : undefined))
      .then(
        () => this.#events.restarted(worker.worker),
        () => undefined, // its exit says it too
      );
  }

  /** @param predecessor whose listening socket it takes over, with the clients in the backlog */
  async #letAccept(worker: PoolWorker, predecessor?: PoolWorker): Promise<void> {
    if (predecessor && this.#bind && (await worker.listening.takeOver(predecessor.listening)))
      return;
    if (this.#bind === undefined || (await worker.listening.listen(this.#bind()))) return;
    worker.terminate(); // its exit says why
    await worker.exited;
    throw new CodedError('ERR_WORKER_START', `worker ${worker.worker} cannot listen`, {
      details: { reason: 'listen' },
    });
  }

  #giveUp(place: Place, { error, exitCode }: WorkerExit): void {
    place.givenUp = true;
    if (!this.#places.every(({ givenUp }) => givenUp)) return;
    const reason = error === undefined ? `exit code ${exitCode}` : messageOf(error);
    this.#events.failed(
      new CodedError('ERR_WORKER_START', `no worker can be started: ${reason}`, {
        cause: error,
        details: { reason },
      }),
    );
  }
}

function isLessBusy(one: PoolWorker, other: PoolWorker): boolean {
  if (one.responsive !== other.responsive) return one.responsive;
  return one.connections < other.connections;
}
