import { EventEmitter } from 'node:events';
import { availableParallelism } from 'node:os';
import { CodedError, type Endpoint } from '@praktikum/protocol';
import { Acceptor, type AcceptedClient, type Client } from './acceptor.ts';
import type { RefusalReason } from './admission.ts';
import type { ClosedConnection } from './connection.ts';
import { completeLimits, type Limits } from './limits.ts';
import type { WorkerExit } from './pool-worker.ts';
import { newTicketKeys, shareTlsSettings, type TlsSettings } from './tls/tls-settings.ts';
import { WorkerGroup } from './worker-group.ts';

/** Most threads a pool may be given: beyond the cores they only cost memory. */
export const MAX_WORKERS = 64;

export interface SocketPoolOptions {
  /** The module every worker runs; it calls `serveConnections`. */
  readonly worker: URL;
  /** Where to listen; port 0 lets the system choose. */
  readonly endpoint: Endpoint;
  /** Threads, 1 to 64. Default: the cores that this process may use. */
  readonly workers?: number;
  readonly limits?: Partial<Limits>;
  /** With it every connection speaks TLS; the handshakes run in the workers. Default: plain. */
  readonly tls?: TlsSettings;
  /** Given to every worker by structured clone. */
  readonly data?: unknown;
}

export interface SocketPoolEvents {
  /** A client was let in and its socket moved to a worker. */
  connection: [client: Client, worker: number];
  closed: [client: Client, closed: ClosedConnection];
  /** A client waits; so many are before it. */
  queued: [client: Client, before: number];
  refused: [client: Client, reason: RefusalReason];
  workerExit: [worker: number, exit: WorkerExit];
  workerRestart: [worker: number];
  /** No worker is left and none can be started: the pool serves nobody any more. */
  failed: [error: CodedError];
}

export interface SocketPoolStats {
  /** Clients accepted since the start, refused ones included. */
  readonly accepted: number;
  /** Clients being served. */
  readonly active: number;
  /** Clients waiting for one of the served ones to leave. */
  readonly queued: number;
  readonly refused: number;
  /** Workers started in the place of failed ones. */
  readonly restarts: number;
  /** Threads that a reload has replaced and that have not ended yet. */
  readonly retired: number;
  readonly workers: readonly {
    readonly worker: number;
    readonly state: 'starting' | 'ready' | 'exited';
    /** False while it is too busy, or too stuck, to answer. */
    readonly responsive: boolean;
    readonly connections: number;
    /** Connections since the start of this thread. */
    readonly served: number;
  }[];
}

/**
 * A TCP server whose accepted sockets are served by worker threads. The main thread accepts and
 * moves each socket to the least busy worker; it never sees a byte of what is said there.
 *
 * `starting → listening → draining → closed`; `destroy` leads to `closed` from everywhere.
 */
export class SocketPool extends EventEmitter<SocketPoolEvents> {
  readonly #acceptor: Acceptor;
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
   * @throws CodedError `ERR_OPTION_VALUE` or `ERR_WORKER_START`; otherwise what `listen()` fails with
   */
  static async listen(options: SocketPoolOptions): Promise<SocketPool> {
    const pool = new SocketPool(options);
    await pool.#start(options);
    return pool;
  }

  private constructor({ worker, limits: given, tls, data }: SocketPoolOptions) {
    super();
    const limits = completeLimits(given);
    this.#acceptor = new Acceptor(limits, {
      serve: (client) => this.#handOver(client),
      queued: (client, before) => this.emit('queued', client, before),
      refused: (client, reason) => this.emit('refused', client, reason),
    });
    this.#workers = new WorkerGroup(
      { module: worker, limits, tls: tls && shareTlsSettings(tls, this.#ticketKeys), data },
      {
        closed: (client, closed) => this.#closed(client, closed),
        exited: (number, exit) => this.#workerExited(number, exit),
        restarted: (number) => this.#workerRestarted(number),
        failed: (error) => this.emit('failed', error),
      },
    );
  }

  /** Where the pool listens. */
  get address(): Endpoint {
    return this.#address;
  }

  stats(): SocketPoolStats {
    const { accepted, refused, admission } = this.#acceptor;
    return {
      accepted,
      active: admission.active,
      queued: admission.queued,
      refused,
      restarts: this.#workers.restarts,
      retired: this.#workers.retired,
      workers: this.#workers.workers.map(({ worker, state, responsive, connections, served }) => ({
        worker,
        state,
        responsive,
        connections,
        served,
      })),
    };
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
    this.#acceptor.destroy();
    this.#workers.destroy();
    await this.#workers.ended();
  }

  async #start({ endpoint, workers = availableParallelism() }: SocketPoolOptions): Promise<void> {
    if (!Number.isInteger(workers) || workers < 1 || workers > MAX_WORKERS) {
      throw new CodedError('ERR_OPTION_VALUE', `workers is not in 1..${MAX_WORKERS}`, {
        details: { option: 'workers', value: workers, accepts: `1 … ${MAX_WORKERS}` },
      });
    }
    await this.#workers.start(workers);
    try {
      this.#address = await this.#acceptor.listen(endpoint);
    } catch (error) {
      await this.destroy();
      throw error;
    }
  }

  async #close(deadlineMs: number): Promise<number> {
    this.#acceptor.close();
    await this.#reloading; // a worker that is being started would miss being told
    this.#workers.drain();
    const cut = await this.#acceptor.admission.emptied(deadlineMs);
    if (cut > 0) this.#workers.destroy();
    else this.#workers.stop();
    await Promise.all([this.#workers.ended(), this.#acceptor.dismissed()]);
    return cut + this.#lostInClosing;
  }

  #handOver(client: AcceptedClient): void {
    const worker = this.#workers.leastBusy();
    if (worker?.handOver(this.#nextId++, client)) {
      this.emit('connection', client, worker.worker);
      return;
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
    this.#acceptor.admission.release(client.remote.host);
  }

  /** Clients wait while nobody can serve them. */
  #holdWithoutWorkers(): void {
    if (this.#workers.leastBusy() === undefined) this.#acceptor.admission.hold();
  }

  #workerExited(worker: number, exit: WorkerExit): void {
    this.#holdWithoutWorkers();
    if (this.#closing !== undefined) this.#lostInClosing += exit.connections;
    this.emit('workerExit', worker, exit);
  }

  #workerRestarted(worker: number): void {
    this.#acceptor.admission.resume();
    this.emit('workerRestart', worker);
  }
}
