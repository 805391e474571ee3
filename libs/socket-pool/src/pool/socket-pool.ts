import { EventEmitter } from 'node:events';
import { createSecureContext } from 'node:tls';
import { CodedError, type Endpoint } from '@praktikum/protocol';
import { Acceptor } from './accept/acceptor.ts';
import type { RefusalReason } from './accept/admission.ts';
import type { AcceptedClient, Client } from '../shared/client.ts';
import type { ClosedConnection } from '../shared/closed-connection.ts';
import type { Entrance } from './accept/entrance.ts';
import { WorkerListeners } from './accept/worker-listeners.ts';
import type { PoolSettings } from '../shared/pool-settings.ts';
import { poolStats, type SocketPoolStats } from './pool-stats.ts';
import {
  completePoolSettings,
  completeWorkers,
  withCertificates,
  type PoolChanges,
  type SocketPoolOptions,
} from './socket-pool-options.ts';
import { newTicketKeys, type TlsSettings } from '../shared/tls-settings.ts';
import { OwnerDesk } from './workers/owner-desk.ts';
import type { WorkerExit } from './workers/worker-exit.ts';
import { WorkerGroup } from './workers/worker-group.ts';

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

/** One of the ports that a pool listens on. */
export interface PoolListener {
  readonly name: string;
  /** With the port that the system chose for port 0. */
  readonly address: Endpoint;
  /** Whether its connections speak TLS. */
  readonly isSecure: boolean;
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
  readonly #owner: OwnerDesk | undefined;
  #addresses: readonly Endpoint[] = [];
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

  private constructor(options: SocketPoolOptions) {
    super();
    const settings = completePoolSettings(options, newTicketKeys());
    this.#owner = options.owner && new OwnerDesk(options.owner);
    if (settings.accept === 'reuseport') this.#listeners = this.#createListeners(settings);
    this.#entrance = this.#listeners ?? this.#createAcceptor(settings);
    const { places } = this.#entrance;
    this.#workers = new WorkerGroup(
      {
        ...{ module: options.worker, settings, places, data: options.data },
        ...(this.#owner && { owner: this.#owner }),
      },
      {
        closed: (client, closed) => this.#closed(client, closed),
        handedOver: (number, milliseconds) => this.emit('handover', number, milliseconds),
        taken: (worker, client) => this.#listeners?.taken(worker, client),
        asking: (worker, client) => this.#listeners?.asked(worker, client),
        paused: (worker, isPaused) => this.#listeners?.paused(worker, isPaused),
        untold: (clients) => this.#entrance.admission.releasePlaces(clients),
        exited: (number, exit) => this.#workerExited(number, exit),
        restarted: (number) => this.#workerRestarted(number),
        threadsChanged: () => this.#entrance.measureRoom(),
        failed: (error) => this.emit('failed', error),
      },
    );
  }

  /** Where the first of its listeners listens. */
  get address(): Endpoint {
    return this.openListeners[0].address;
  }

  /** Its listeners, in the order of the options. */
  get openListeners(): readonly [PoolListener, ...PoolListener[]] {
    const { settings } = this.#workers.options;
    const all = settings.listeners.map(({ name, tls }, at) => {
      return { name, address: this.#addresses[at]!, isSecure: tls !== undefined };
    });
    return all as [PoolListener, ...PoolListener[]];
  }

  /** Counts of this moment. */
  stats(): SocketPoolStats {
    return poolStats(this.#entrance, this.#workers);
  }

  /**
   * Starts every worker anew, with the worker module as it is on disk now. No connection is refused
   * or broken: the old workers keep those they have until they end. Reloads wait for each other.
   * @param changes what is to be different from now on
   * @throws CodedError `ERR_WORKER_START` or `EMFILE` when the first new worker fails, and all is as before;
   *   `ERR_RELOAD_INCOMPLETE` when a later one does: those that are new stay, the others go on as they are
   */
  reload(changes: PoolChanges = {}): Promise<void> {
    const reloaded = this.#reloading.then(() => this.#reload(changes));
    this.#reloading = reloaded.catch(() => undefined); // its caller is told; the next one may try
    return reloaded;
  }

  /**
   * Takes new certificates for the connections to come. Workers and connections stay as they are.
   * @param tls by the name of their listener, which must speak TLS already
   * @throws CodedError `ERR_OPTION_VALUE` for a listener that is not there, or is plain; what OpenSSL says of
   *   certificates and keys that it cannot use
   */
  renewCertificates(tls: Readonly<Record<string, TlsSettings>>): void {
    const settings = withCertificates(this.#workers.options.settings, tls);
    const changed = settings.listeners.flatMap(({ name, tls: shared }) =>
      name in tls && shared !== undefined ? [[name, shared] as const] : [],
    );
    for (const [, shared] of changed) requireUsable(shared);
    this.#workers.renewCertificates(settings, Object.fromEntries(changed));
  }

  /**
   * Lets in who has connected already and nobody else, refuses those who wait, closes idle connections
   * and lets the others finish. Later calls wait for the first one.
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
    this.#owner?.close();
  }

  #createAcceptor({ limits }: PoolSettings): Acceptor {
    return new Acceptor(limits, {
      serve: (client) => this.#handOver(client),
      queued: (client, before) => this.emit('queued', client, before),
      refused: (client, reason) => this.emit('refused', client, reason),
      paused: () => this.emit('paused'),
      resumed: () => this.emit('resumed'),
    });
  }

  #createListeners({ limits }: PoolSettings): WorkerListeners {
    return new WorkerListeners(limits, {
      served: (client, worker) => this.emit('connection', client, worker),
      queued: (client, before) => this.emit('queued', client, before),
      refused: (client, reason) => this.emit('refused', client, reason),
      paused: () => this.emit('paused'),
      resumed: () => this.emit('resumed'),
    });
  }

  async #start({ workers: wanted, otherDescriptors = 0 }: SocketPoolOptions): Promise<void> {
    const workers = completeWorkers(wanted);
    const { listeners } = this.#workers.options.settings;
    await this.#workers.start(workers);
    try {
      this.#addresses = await this.#entrance.listen(listeners, otherDescriptors, workers);
      const own = this.#listeners;
      if (own !== undefined) await this.#workers.listen((listener) => own.bind(listener));
    } catch (error) {
      await this.destroy();
      throw error;
    }
  }

  async #reload({ worker, tls, ...rest }: PoolChanges): Promise<void> {
    const before = this.#workers.options;
    const settings = tls ? withCertificates(before.settings, tls) : before.settings;
    await this.#workers.reload({ ...before, ...rest, settings, ...(worker && { module: worker }) });
  }

  async #close(deadlineMs: number): Promise<number> {
    const began = performance.now();
    const leftMs = () => Math.max(0, deadlineMs - (performance.now() - began));
    this.#workers.endReloads();
    await this.#reloading; // a worker that is being started would miss being told
    this.#workers.drain(); // who is idle makes room for those who have connected
    if (this.#listeners !== undefined) await this.#workers.stopListening(leftMs());
    await this.#entrance.close(leftMs());
    const cut = await this.#entrance.admission.emptied(leftMs());
    if (cut > 0) this.#workers.destroy();
    else this.#workers.stop();
    await Promise.all([this.#workers.ended(), this.#entrance.dismissed()]);
    this.#owner?.close();
    return cut + this.#lostInClosing;
  }

  #handOver(client: AcceptedClient): void {
    const worker = this.#workers.leastBusy();
    if (worker !== undefined) {
      worker.handOver(this.#nextId++, client);
      return void this.emit('connection', client, worker.number);
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

/** @throws what OpenSSL says of it: the workers would only end by it, one after the other */
function requireUsable({ identities }: TlsSettings): void {
  for (const { cert, key, passphrase } of identities) {
    createSecureContext({ cert, key, ...(passphrase !== undefined && { passphrase }) });
  }
}
