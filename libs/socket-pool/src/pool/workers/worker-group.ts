import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError, codeOf, messageOf } from '@praktikum/protocol';
import { requireRoomForThread } from '../accept/descriptor-limit.ts';
import type { BoundListener } from '../../shared/messages.ts';
import type { PoolSettings } from '../../shared/pool-settings.ts';
import type { SharedTlsSettings } from '../../shared/tls-settings.ts';
import { PoolWorker, type PoolWorkerEvents, type PoolWorkerOptions } from './pool-worker.ts';
import { startError, type WorkerExit } from './worker-exit.ts';
import { WorkerSlot } from './worker-slot.ts';

/**
 * How long a worker that is told to stop may take before it is terminated.
 * @unit ms
 * @against a stop that waits for a worker that does not listen
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

/** What every worker is started with. */
export type WorkerGroupOptions = Omit<PoolWorkerOptions, 'number'>;

/**
 * Binds one more socket to the port of each listener, or of the one that is named.
 * @throws what `bind()` fails with
 */
export type Bind = (listener?: string) => BoundListener[];

/** The worker threads of a pool: starts them, replaces those that fail, chooses the least busy. */
export class WorkerGroup {
  #options: WorkerGroupOptions;
  readonly #events: WorkerGroupEvents;
  readonly #stopping = new AbortController();
  /** No more reloads: the pool is closing. */
  readonly #closing = new AbortController();
  readonly #slots: WorkerSlot[] = [];
  /** Where workers accept by themselves. */
  #bind: Bind | undefined;

  constructor(options: WorkerGroupOptions, events: WorkerGroupEvents) {
    this.#options = options;
    this.#events = events;
  }

  get slots(): readonly WorkerSlot[] {
    return this.#slots;
  }

  /** What workers are started with now. */
  get options(): WorkerGroupOptions {
    return this.#options;
  }

  /**
   * Starts the first workers and waits for all of them.
   * @throws CodedError `ERR_WORKER_START` when one fails; the others are ended again
   */
  async start(count: number): Promise<void> {
    const { signal } = this.#stopping;
    const actions = {
      start: (number: number) => this.#startWorker(number),
      letAccept: (worker: PoolWorker) => this.#letAccept(worker),
      exited: (number: number, exit: WorkerExit) => this.#events.exited(number, exit),
      restarted: (number: number) => this.#events.restarted(number),
      givenUp: (last: WorkerExit) => this.#givenUp(last),
    };
    for (let number = 1; number <= count; number++) {
      this.#slots.push(new WorkerSlot(number, signal, actions));
    }
    try {
      await Promise.all(this.#slots.map(({ worker }) => worker.ready));
    } catch (error) {
      this.destroy();
      await this.ended();
      throw error;
    }
    for (const slot of this.#slots) slot.watch();
  }

  /**
   * Makes every worker accept by itself, from now on also those that replace others.
   * @throws what the binding throws, and what the first worker that cannot listen says
   */
  async listen(bind: Bind): Promise<void> {
    this.#bind = bind;
    await Promise.all(this.#slots.map(({ worker }) => this.#letAccept(worker)));
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
   * @throws CodedError `ERR_WORKER_START` or `EMFILE` when the first new one fails: all is as before;
   *   `ERR_RELOAD_INCOMPLETE` when a later one does: new ones are started with the new options from now on
   */
  async reload(options: WorkerGroupOptions): Promise<void> {
    const before = this.#options;
    this.#options = options;
    let renewed = 0;
    for (const slot of this.#slots) {
      if (this.#isClosing) return;
      try {
        await this.#renew(slot);
      } catch (error) {
        if (renewed > 0) throw incomplete(renewed, this.#slots.length, error);
        this.#options = before;
        throw error;
      }
      renewed += 1;
    }
  }

  async #renew(slot: WorkerSlot): Promise<void> {
    requireRoomForThread();
    const replacement = this.#startWorker(slot.worker.number);
    await Promise.race([replacement.ready, aborted(this.#closing.signal)]);
    if (this.#isClosing) return replacement.destroy(STOP_GRACE_MS);
    await this.#letAccept(replacement, slot.worker);
    if (this.#stopping.signal.aborted) return replacement.stop(STOP_GRACE_MS);
    slot.renew(replacement, STOP_GRACE_MS);
  }

  /**
   * Tells every worker, old ones that still serve among them, and starts later ones with these settings.
   * @param tls the settings of the listeners that have new certificates, by their names
   */
  renewCertificates(
    settings: PoolSettings,
    tls: Readonly<Record<string, SharedTlsSettings>>,
  ): void {
    this.#options = { ...this.#options, settings };
    for (const worker of this.#all()) worker.renewCertificates(tls);
  }

  /** Ends a reload that is under way, with the workers as they are now, and begins no other. */
  endReloads(): void {
    this.#closing.abort();
  }

  get #isClosing(): boolean {
    return this.#closing.signal.aborted;
  }

  /**
   * The worker with the fewest connections, or undefined when none is ready. One that is busy with
   * long work gets a connection only when all of them are.
   */
  leastBusy(): PoolWorker | undefined {
    let best: PoolWorker | undefined;
    for (const { worker } of this.#slots) {
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
    return this.#slots.flatMap(({ worker, retired }) => [worker, ...retired]);
  }

  #startWorker(number: number): PoolWorker {
    const listenerLost = (worker: PoolWorker, listener: string) => this.#rebind(worker, listener);
    const events = { ...this.#events, listenerLost };
    const started = new PoolWorker({ ...this.#options, number }, events);
    const changed = () => this.#events.threadsChanged();
    started.ready.then(changed, () => undefined);
    void started.exited.then(changed);
    return started;
  }

  /** One that is not the newest of its number accepts no more; one that fails asks again. */
  #rebind(worker: PoolWorker, listener: string): void {
    const isNewest = this.#slots.some((slot) => slot.worker === worker);
    if (this.#bind === undefined || !isNewest || worker.listening.isChanging) return;
    try {
      void worker.listening.listen(this.#bind(listener));
    } catch {
      // No descriptor is free for it yet.
    }
  }

  /** @param predecessor whose listening sockets it takes over, with the clients in their backlogs */
  async #letAccept(worker: PoolWorker, predecessor?: PoolWorker): Promise<void> {
    if (predecessor && this.#bind && (await worker.listening.takeOver(predecessor.listening)))
      return;
    try {
      if (this.#bind === undefined || (await worker.listening.listen(this.#bind()))) return;
    } catch (error) {
      worker.fail(error); // one that cannot listen is none: another one tries again
      await worker.exited;
      throw error;
    }
    worker.terminate();
    throw startError(`worker ${worker.number} cannot listen`, await worker.exited);
  }

  #givenUp(last: WorkerExit): void {
    if (!this.#slots.every(({ isGivenUp }) => isGivenUp)) return;
    this.#events.failed(startError('no worker can be started', last));
  }
}

/** Some workers are new and have proved that they can be, so there is no way back to the old options. */
function incomplete(renewed: number, workers: number, cause: unknown): CodedError {
  const why = cause instanceof CodedError ? cause.details : {};
  const message = `${renewed} of ${workers} workers are new: ${messageOf(cause)}`;
  return new CodedError('ERR_RELOAD_INCOMPLETE', message, {
    details: { reason: codeOf(cause), ...why, renewed, workers },
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function isLessBusy(one: PoolWorker, other: PoolWorker): boolean {
  if (one.responsive !== other.responsive) return one.responsive;
  return one.connections < other.connections;
}
