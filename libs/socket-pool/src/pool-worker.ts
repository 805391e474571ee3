import {
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  type MessagePort,
} from 'node:worker_threads';
import { CodedError, messageOf } from '@praktikum/protocol';
import type { AcceptedClient, Client } from './acceptor.ts';
import type { ClosedConnection } from './connection.ts';
import type { ServingLimits } from './connection-set.ts';
import { closeDescriptor, descriptorOf } from './descriptor.ts';
import { Heartbeat } from './heartbeat.ts';
import type { Limits } from './limits.ts';
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts';
import type { SharedTlsSettings } from './tls/tls-settings.ts';

/** How long a worker may take until it says that it is ready. */
export const WORKER_START_TIMEOUT_MS = 10_000;

export interface PoolWorkerOptions {
  readonly module: URL;
  readonly worker: number;
  readonly limits: PoolWorkerLimits;
  readonly tls: SharedTlsSettings | undefined;
  readonly data: unknown;
}

export type PoolWorkerLimits = ServingLimits & Pick<Limits, 'heartbeatMs' | 'stuckTimeoutMs'>;

/** Told of each connection that has ended in the thread, or with it. */
export type OnClosed = (client: Client, closed: ClosedConnection) => void;

export interface WorkerExit {
  readonly exitCode: number;
  /** Whether it had come so far as to serve. */
  readonly becameReady: boolean;
  /** Whether it was told to end. */
  readonly asked: boolean;
  /** What it threw, when it threw. */
  readonly error?: unknown;
  /** Connections that ended with it. */
  readonly connections: number;
  /** Of those, the ones it had never acknowledged. */
  readonly unacknowledged: number;
}

/** Not with its socket: the one on this side is dead, and would be kept as long as the connection. */
interface HandedOver extends Client {
  readonly descriptor: number | undefined;
  acknowledged: boolean;
}

/** One worker thread as the pool sees it, from its start to its exit. */
export class PoolWorker {
  readonly worker: number;
  readonly #onClosed: OnClosed;
  readonly #thread: Worker;
  readonly #port: MessagePort;
  readonly #connections = new Map<number, HandedOver>();
  readonly #ready = Promise.withResolvers<void>();
  readonly #exit = Promise.withResolvers<WorkerExit>();
  readonly #startTimer: NodeJS.Timeout;
  readonly #limits: PoolWorkerLimits;
  #heartbeat: Heartbeat | undefined;
  #error: unknown;
  #becameReady = false;
  #asked = false;
  #stopWhenIdle: number | undefined;
  #lastId = 0;
  /** The last hand-over before the question that is open. */
  #askedAfter = 0;
  state: 'starting' | 'ready' | 'exited' = 'starting';
  /** Connections handed over since its start. */
  served = 0;

  constructor({ module, worker, limits, tls, data }: PoolWorkerOptions, onClosed: OnClosed) {
    this.worker = worker;
    this.#onClosed = onClosed;
    this.#limits = limits;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const start: WorkerStart = { port: port2, worker, limits, ...(tls && { tls }), data };
    this.#thread = new Worker(module, {
      workerData: start,
      transferList: [port2],
      name: `pool-${worker}`,
    });
    this.#port.on('message', (message: FromWorker) => this.#receive(message));
    this.#thread.on('error', (error) => (this.#error = error));
    this.#thread.on('exit', (exitCode) => this.#exited(exitCode));
    this.#ready.promise.catch(() => undefined); // whoever waits for it is told; nobody need wait
    this.#startTimer = setTimeout(() => {
      this.#error ??= new Error(`not ready after ${WORKER_START_TIMEOUT_MS} ms`);
      this.terminate();
    }, WORKER_START_TIMEOUT_MS);
  }

  /** Resolves when it can serve; rejects with `ERR_WORKER_START` when it ends before that. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Resolves when the thread has gone and all of its connections have been reported. */
  get exited(): Promise<WorkerExit> {
    return this.#exit.promise;
  }

  /** Connections it serves, hand-overs under way included. */
  get connections(): number {
    return this.#connections.size;
  }

  /**
   * Moves a client's socket to the thread. Afterwards the socket here is of no use.
   * @returns false when the socket could not be moved: the peer has already gone
   */
  handOver(id: number, client: AcceptedClient): boolean {
    const { socket, remote, local } = client;
    const message: ToWorker = { type: 'serve', id, socket, remote, local };
    const descriptor = descriptorOf(socket);
    try {
      // Node's types do not know yet that a socket can be transferred.
      this.#port.postMessage(message, [socket as unknown as MessagePort]);
    } catch {
      socket.destroy();
      return false;
    }
    this.#connections.set(id, { remote, local, descriptor, acknowledged: false });
    this.#lastId = id;
    this.served += 1;
    return true;
  }

  drain(): void {
    this.#post({ type: 'drain' });
  }

  /** Lets a thread without connections end by itself; one that does not is ended after `graceMs`. */
  stop(graceMs: number): void {
    this.#asked = true;
    this.#post({ type: 'stop' });
    this.#terminateAfter(graceMs);
  }

  /** Lets the thread end with its last connection. It is to be handed no more of them. */
  stopWhenIdle(graceMs: number): void {
    this.#stopWhenIdle = graceMs;
    if (this.connections === 0) this.stop(graceMs);
  }

  /** Cuts all of its connections off and ends the thread, by force when it does not answer. */
  destroy(graceMs: number): void {
    this.#post({ type: 'destroy' });
    this.stop(graceMs);
  }

  /** Ends the thread at once, in the middle of whatever it does. */
  terminate(): void {
    void this.#thread.terminate();
  }

  /** Whether it is free to take a connection soon: not in the middle of long work. */
  get responsive(): boolean {
    return this.#heartbeat?.responsive ?? false;
  }

  #startHeartbeat(): Heartbeat {
    const { heartbeatMs, stuckTimeoutMs } = this.#limits;
    const stuck = () => {
      this.#error = new CodedError('ERR_WORKER_STUCK', `no answer for ${stuckTimeoutMs} ms`, {
        details: { ms: stuckTimeoutMs },
      });
      this.terminate();
    };
    const ask = () => {
      this.#askedAfter = this.#lastId;
      this.#post({ type: 'ping' });
    };
    return new Heartbeat(heartbeatMs, stuckTimeoutMs, ask, stuck);
  }

  #post(message: ToWorker): void {
    if (this.state !== 'exited') this.#port.postMessage(message);
  }

  #terminateAfter(graceMs: number): void {
    if (this.state === 'exited') return;
    const timer = setTimeout(() => this.terminate(), graceMs);
    this.#thread.once('exit', () => clearTimeout(timer));
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'ready':
        if (this.state === 'exited') return;
        this.state = 'ready';
        this.#becameReady = true;
        clearTimeout(this.#startTimer);
        this.#heartbeat = this.#startHeartbeat();
        return this.#ready.resolve();
      case 'pong':
        this.#heartbeat?.answered();
        return this.#giveUpLost();
      case 'report':
        for (const id of message.accepted) this.#acknowledged(id);
        for (const { id, closed } of message.closed) this.#closed(id, closed);
        return;
    }
  }

  #acknowledged(id: number): void {
    const handedOver = this.#connections.get(id);
    if (handedOver !== undefined) handedOver.acknowledged = true;
  }

  /**
   * A hand-over takes one more descriptor for a moment. When none is free, Node drops the message
   * with the socket and tells neither thread. Messages keep their order: what was handed over before
   * a question that is answered, and is not acknowledged, was lost.
   */
  #giveUpLost(): void {
    for (const [id, { acknowledged, descriptor, remote }] of this.#connections) {
      if (acknowledged || id > this.#askedAfter) continue;
      closeDescriptor(descriptor, remote);
      this.#closed(id, { reason: 'error', code: 'EMFILE', bytesRead: 0, bytesWritten: 0 });
    }
  }

  #closed(id: number, closed: ClosedConnection): void {
    const handedOver = this.#connections.get(id);
    if (handedOver === undefined) return;
    this.#connections.delete(id);
    if (this.connections === 0 && this.#stopWhenIdle !== undefined) this.stop(this.#stopWhenIdle);
    this.#onClosed(handedOver, closed);
  }

  #exited(exitCode: number): void {
    this.state = 'exited'; // first: what ends below makes room, and nobody is to be sent here
    // What it said before it went may still be in the port.
    for (
      let late = receiveMessageOnPort(this.#port);
      late;
      late = receiveMessageOnPort(this.#port)
    ) {
      this.#receive(late.message as FromWorker);
    }
    this.#port.close();
    clearTimeout(this.#startTimer);
    this.#heartbeat?.stop();
    this.#ready.reject(this.#startError(exitCode));
    const lost = [...this.#connections.values()];
    this.#connections.clear();
    for (const client of lost) {
      this.#onClosed(client, { reason: 'worker-exit', bytesRead: 0, bytesWritten: 0 });
    }
    this.#exit.resolve({
      exitCode,
      becameReady: this.#becameReady,
      asked: this.#asked,
      ...(this.#error === undefined ? {} : { error: this.#error }),
      connections: lost.length,
      unacknowledged: lost.filter(({ acknowledged }) => !acknowledged).length,
    });
  }

  #startError(exitCode: number): CodedError {
    const error = this.#error;
    const reason = error === undefined ? `exit code ${exitCode}` : messageOf(error);
    return new CodedError('ERR_WORKER_START', `worker ${this.worker} did not start: ${reason}`, {
      cause: error,
      details: { reason },
    });
  }
}
