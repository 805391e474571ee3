import { EventEmitter } from 'node:events';
import { availableParallelism } from 'node:os';
import { CodedError, type Endpoint } from '@praktikum/protocol';
import { Acceptor } from './accept/acceptor.ts';
import type { RefusalReason } from './accept/admission.ts';
import type { AcceptedClient, Client } from '../shared/client.ts';
import type { Entrance } from './accept/entrance.ts';
import { WorkerListeners } from './accept/worker-listeners.ts';
import { completeLimits, type Limits } from '../shared/limits.ts';
import { poolStats, type SocketPoolStats } from './pool-stats.ts';
import type { ClosedConnection } from '../worker/connection.ts';
import { newTicketKeys, shareTlsSettings, type TlsSettings } from '../shared/tls-settings.ts';
import type { WorkerExit } from './workers/pool-worker.ts';
import { WorkerGroup } from './workers/worker-group.ts';

/**
 * Most threads a pool may be given: beyond the cores they only cost memory.
 * @unit threads
 * @protects threads without number: each takes some megabytes and a place in the scheduler
 * @provenBy ./pool-failures.spec.ts: refuses %d workers
 */
export const MAX_WORKERS = 64;

/** Who accepts: the main thread, or each worker by itself. */
export const ACCEPT_MODES = ['dispatch', 'reuseport'] as const;
/** One of {@link ACCEPT_MODES}. */
export type AcceptMode = (typeof ACCEPT_MODES)[number];

/** What a pool is made of. */
export interface SocketPoolOptions {
  /** The module every worker runs; it calls `serveConnections`. */
  readonly worker: URL;
  /** Where to listen; port 0 lets the system choose. */
  readonly endpoint: Endpoint;
  /** Threads, 1 to 64. Default: the cores that this process may use. */
  readonly workers?: number;
  /** Where they differ from the defaults of `LIMITS`. */
  readonly limits?: Partial<Limits>;
  /**
   * `dispatch` (default): the main thread accepts and moves each socket to the worker with the fewest.
   * `reuseport`: each worker accepts by itself (SO_REUSEPORT, socket(7)). That costs less where
   * connections are short, and leaves the choice to the kernel's hash. It needs Linux and Node.js 26.10,
   * or 24.22 on line 24.
   */
  readonly accept?: AcceptMode;
  /** With it every connection speaks TLS; the handshakes run in the workers. Default: plain. */
  readonly tls?: TlsSettings;
  /**
   * Descriptors (files, sockets) that the rest of the program may need while the pool is full. Default: 0;
   * some are kept free in any case.
   */
  readonly otherDescriptors?: number;
  /** Given to every worker by structured clone. */
  readonly data?: unknown;
}

/** What a pool tells, each event with its arguments. */
export interface SocketPoolEvents {
  /** A client was let in and is served by a worker. */
  connection: [client: Client, worker: number];
  /** A worker has acknowledged a socket that was moved to it, after so many milliseconds. */
  handover: [worker: number, milliseconds: number];
  /** A connection has ended, in whichever way. */
  closed: [client: Client, closed: ClosedConnection];
  /** A client waits; so many are before it. */
  queued: [client: Client, before: number];
  /** A client was sent away and is not served. */
  refused: [client: Client, reason: RefusalReason];
  /** The process may open no more files (`ulimit -n`): clients wait in the backlog of the kernel. */
  paused: [];
  /** There is room again. */
  resumed: [];
  /** A worker has ended and was not told to; its connections have ended with it. */
  workerExit: [worker: number, exit: WorkerExit];
  /** The worker in its place can serve. */
  workerRestart: [worker: number];
  /** No worker is left and none can be started: the pool serves nobody any more. */
  failed: [error: CodedError];
}

/**
 * A TCP server whose accepted sockets are served by worker threads. The main thread never sees a byte
 * of what is said there.
 *
 * `starting → listening → draining → closed`; `destroy` leads to `closed` from everywhere.
 */
export class SocketPool extends EventEmitter<SocketPoolEvents> {
  readonly #entrance: Entrance;
  /** The entrance, where workers accept by themselves. */
  readonly #listeners: WorkerListeners | undefined;
  readonly #workers: WorkerGroup;
  #address: Endpoint = { host: '', port: 0 };
  /** The same for all workers, also for those of a reload. */
  readonly #ticketKeys = newTicketKeys();
  #nextId = 1;
  #closing: Promise<number> | undefined;
  /** Connections that ended with a worker while the pool was closing. */
  #lostInClosing = 0;
  #reloading: Promise<void> = Promise.resolve();

  /**
   * Starts the workers, then listens.
   * @throws CodedError `ERR_OPTION_VALUE`, `ERR_WORKER_START` or `ERR_REUSEPORT_UNSUPPORTED`;
   * otherwise what `listen()` fails with
   */
  static async listen(options: SocketPoolOptions): Promise<SocketPool> {
    const pool = new SocketPool(options);
    await pool.#start(options);
    return pool;
  }

  private constructor({ worker, limits: given, accept, tls, data }: SocketPoolOptions) {
    super();
    const limits = completeLimits(given);
    if (accept === 'reuseport') this.#listeners = this.#createListeners(limits);
    this.#entrance = this.#listeners ?? this.#createAcceptor(limits);
    this.#workers = new WorkerGroup(
      {
        module: worker,
        limits,
        tls: tls && shareTlsSettings(tls, this.#ticketKeys),
        places: this.#entrance.places,
        accepting: this.#listeners?.settings,
        data,
      },
      {
        closed: (client, closed) => this.#closed(client, closed),
        handedOver: (number, milliseconds) => this.emit('handover', number, milliseconds),
        taken: (thread, client) => this.#listeners?.taken(thread, client),
        asking: (thread, client) => this.#listeners?.asked(thread, client),
        untold: (clients) => this.#entrance.admission.releasePlaces(clients),
        exited: (number, exit) => this.#workerExited(number, exit),
        restarted: (number) => this.#workerRestarted(number),
        threadsChanged: () => this.#entrance.measureRoom(),
        failed: (error) => this.emit('failed', error),
      },
    );
  }

  /** Where the pool listens. */
  get address(): Endpoint {
    return this.#address;
  }

  /** Counts of this moment. */
  stats(): SocketPoolStats {
    return poolStats(this.#entrance, this.#workers);
  }

  /**
   * Starts every worker anew, with the worker module as it is on disk now. No connection is refused
   * or broken: the old workers keep those they have until they end. Reloads wait for each other.
   * @param changes a new worker module, new data or new certificates; what is missing stays as it was
   * @throws CodedError `ERR_WORKER_START` when a new worker fails; the old ones go on serving
   */
  reload(changes: Partial<Pick<SocketPoolOptions, 'worker' | 'data' | 'tls'>> = {}): Promise<void> {
    const { worker: module, tls, ...rest } = changes;
    const reload = () =>
      this.#workers.reload({
        ...rest,
        ...(module && { module }),
        ...(tls && { tls: shareTlsSettings(tls, this.#ticketKeys) }),
      });
    const reloaded = this.#reloading.then(reload);
    this.#reloading = reloaded.catch(() => undefined); // its caller is told; the next one may try
    return reloaded;
  }

  /**
   * Lets nobody in any more, refuses those who wait, closes idle connections and lets the others
   * finish. Later calls wait for the first one.
   * @param deadlineMs when what has not finished is cut off
   * @returns how many connections were cut off
   */
  close(deadlineMs: number): Promise<number> {
    this.#closing ??= this.#close(deadlineMs);
    return this.#closing;
  }

  /** Cuts every connection off and ends the workers; resolves when they have gone. */
  async destroy(): Promise<void> {
    this.#entrance.destroy();
    this.#workers.destroy();
    await this.#workers.ended();
  }

  #createAcceptor(limits: Limits): Acceptor {
    return new Acceptor(limits, {
      serve: (client) => this.#handOver(client),
      queued: (client, before) => this.emit('queued', client, before),
      refused: (client, reason) => this.emit('refused', client, reason),
      paused: () => this.emit('paused'),
      resumed: () => this.emit('resumed'),
    });
  }

  #createListeners(limits: Limits): WorkerListeners {
    return new WorkerListeners(limits, {
      served: (client, worker) => this.emit('connection', client, worker),
      queued: (client, before) => this.emit('queued', client, before),
      refused: (client, reason) => this.emit('refused', client, reason),
    });
  }

  async #start({
    endpoint,
    workers = availableParallelism(),
    otherDescriptors = 0,
  }: SocketPoolOptions): Promise<void> {
    if (!Number.isInteger(workers) || workers < 1 || workers > MAX_WORKERS) {
      throw new CodedError('ERR_OPTION_VALUE', `workers is not in 1..${MAX_WORKERS}`, {
        details: { option: 'workers', value: workers, accepts: `1 … ${MAX_WORKERS}` },
      });
    }
    await this.#workers.start(workers);
    try {
      this.#address = await this.#entrance.listen(endpoint, otherDescriptors, workers);
      const listeners = this.#listeners;
      if (listeners !== undefined) await this.#workers.listen(() => listeners.bind());
    } catch (error) {
      await this.destroy();
      throw error;
    }
  }

  async #close(deadlineMs: number): Promise<number> {
    this.#entrance.close();
    await this.#reloading; // a worker that is being started would miss being told
    const began = performance.now();
    if (this.#listeners !== undefined) await this.#workers.stopListening(deadlineMs);
    this.#workers.drain();
    const leftMs = Math.max(0, deadlineMs - (performance.now() - began));
    const cut = await this.#entrance.admission.emptied(leftMs);
    if (cut > 0) this.#workers.destroy();
    else this.#workers.stop();
    await Promise.all([this.#workers.ended(), this.#entrance.dismissed()]);
    return cut + this.#lostInClosing;
  }

  #handOver(client: AcceptedClient): void {
    const worker = this.#workers.leastBusy();
    if (worker !== undefined) {
      worker.handOver(this.#nextId++, client);
      return void this.emit('connection', client, worker.worker);
    }
    client.socket.destroy();
    // Not within the call that has just counted this client in.
    queueMicrotask(() => this.#release(client));
  }

  #closed(client: Client, closed: ClosedConnection): void {
    this.emit('closed', client, closed);
    this.#release(client);
  }

  #release(client: Client): void {
    this.#holdWithoutWorkers();
    this.#entrance.release(client.remote.host);
  }

  /** Clients wait while nobody can serve them. */
  #holdWithoutWorkers(): void {
    if (this.#workers.leastBusy() === undefined) this.#entrance.admission.hold();
  }

  #workerExited(worker: number, exit: WorkerExit): void {
    this.#holdWithoutWorkers();
    if (this.#closing !== undefined) this.#lostInClosing += exit.connections;
    this.emit('workerExit', worker, exit);
  }

  #workerRestarted(worker: number): void {
    this.#entrance.admission.resume();
    this.emit('workerRestart', worker);
  }
}
