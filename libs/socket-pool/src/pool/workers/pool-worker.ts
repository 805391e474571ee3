import { receiveMessageOnPort, type MessagePort, type Transferable } from 'node:worker_threads';
import type { Worker } from 'node:worker_threads';
import { CodedError } from '@praktikum/protocol';
import type { AcceptedClient, NumberedClient } from '../../shared/client.ts';
import { lineMemory } from '../../shared/message-line.ts';
import type { FromWorker, OwnerLineMemory, Report, ToWorker } from '../../shared/messages.ts';
import type { PoolSettings } from '../../shared/pool-settings.ts';
import { clientsOf, closedOf } from '../../shared/report-columns.ts';
import type { SharedTlsSettings } from '../../shared/tls-settings.ts';
import { ConnectionLedger, NOTHING_PASSED, type OnClosed } from './connection-ledger.ts';
import { HandOvers } from './hand-overs.ts';
import { Heartbeat } from './heartbeat.ts';
import { ListeningControl } from './listening-control.ts';
import type { OwnerDesk, OwnerSeat } from './owner-desk.ts';
import { OwnClients } from './own-clients.ts';
import { StartDeadline } from './start-deadline.ts';
import { WorkerActivity } from './worker-activity.ts';
import { startError, type WorkerExit } from './worker-exit.ts';
import { startThread } from './worker-thread.ts';

export interface PoolWorkerOptions {
  readonly module: URL;
  /** 1 to the number of workers. */
  readonly number: number;
  readonly settings: PoolSettings;
  readonly places: SharedArrayBuffer;
  readonly data: unknown;
  /** To whom it gets a line, where there is one. */
  readonly owner?: OwnerDesk;
}

export interface PoolWorkerEvents {
  readonly closed: OnClosed;
  /** It has acknowledged a client after so many milliseconds. */
  readonly handedOver: (worker: number, milliseconds: number) => void;
  /** It serves a client that it has accepted. */
  readonly taken: (worker: PoolWorker, client: NumberedClient) => void;
  /** It has accepted a client and wants to know what to do with it: `admit` or `refuse`. */
  readonly asking: (worker: PoolWorker, client: NumberedClient) => void;
  /** It accepts no more because no descriptor is left, or does again; no longer once it has gone. */
  readonly paused: (worker: PoolWorker, isPaused: boolean) => void;
  /** One of its listeners has no socket any more and wants another one. */
  readonly listenerLost: (worker: PoolWorker, listener: string) => void;
  /** It has died, and with it clients it had taken and not come to tell of. */
  readonly untold: (clients: number) => void;
}

/** Messages of one worker that are read before others have their turn. */
const READ_AT_ONCE = 16;

/** One worker thread as the pool sees it, from its start to its exit. */
export class PoolWorker {
  readonly number: number;
  readonly #events: PoolWorkerEvents;
  readonly #settings: PoolSettings;
  readonly #thread: Worker;
  readonly #port: MessagePort;
  readonly #ledger: ConnectionLedger;
  readonly #handOvers: HandOvers;
  readonly #ownClients = new OwnClients();
  readonly #ready = Promise.withResolvers<void>();
  readonly #exit = Promise.withResolvers<WorkerExit>();
  readonly #startDeadline: StartDeadline;
  readonly #owner: OwnerDesk | undefined;
  readonly #ownerLine: OwnerLineMemory | undefined;
  #seat: OwnerSeat | undefined;
  /** Where it accepts by itself. */
  readonly listening = new ListeningControl((message, moved) => this.#post(message, moved));
  readonly activity: WorkerActivity;
  #heartbeat: Heartbeat | undefined;
  #error: unknown;
  #becameReady = false;
  #toldToEnd = false;
  #stopWhenIdle: number | undefined;
  #lastId = 0;
  /** The last hand-over before the ping that is open. */
  #pingedAfter = 0;
  state: 'starting' | 'ready' | 'exited' = 'starting';

  constructor(options: PoolWorkerOptions, events: PoolWorkerEvents) {
    const { module, number, settings, places, data, owner } = options;
    this.#owner = owner;
    this.#ownerLine = owner && { up: lineMemory(), down: lineMemory() };
    this.number = number;
    this.#events = events;
    this.#settings = settings;
    const { socketHandles } = settings;
    this.#ledger = new ConnectionLedger(events.closed, socketHandles);
    this.#handOvers = new HandOvers(
      (message, transferred) => this.#port.postMessage(message, transferred),
      (id) => this.#ledger.closed(id, { reason: 'error', code: 'ECONNRESET', ...NOTHING_PASSED }),
      socketHandles,
    );
    const taken = this.#ownClients.memory;
    const { thread, port } = startThread(module, {
      ...{ worker: number, settings, places, taken, data },
      ...(this.#ownerLine && { ownerLine: this.#ownerLine }),
    });
    this.#thread = thread;
    this.#port = port;
    this.activity = new WorkerActivity(thread);
    port.on('message', (message: FromWorker) => this.#receive(message));
    thread.on('error', (error) => (this.#error = error));
    thread.on('exit', (exitCode) => this.#exited(exitCode));
    this.#ready.promise.catch(() => undefined); // whoever waits for it is told; nobody need wait
    this.#startDeadline = new StartDeadline(thread, (reason) =>
      this.fail(new CodedError('ERR_WORKER_LATE', reason)),
    );
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
    return this.#ledger.size;
  }

  /** Connections since its start. */
  get served(): number {
    return this.#ledger.served;
  }

  /** Whether it is free to take a connection soon: not in the middle of long work. */
  get responsive(): boolean {
    return this.#heartbeat?.responsive ?? false;
  }

  /** Moves a client's socket to the thread, with others of this turn of the event loop. */
  handOver(id: number, client: AcceptedClient): void {
    this.#ledger.handingOver(id, client);
    this.#lastId = id;
    this.#handOvers.add({ ...client, id });
  }

  /** Lets it serve a client that it has asked for. */
  admit(client: NumberedClient): void {
    this.#ownClients.answered(client.id);
    this.#ledger.own(client.id, client);
    if (this.state !== 'exited') return this.#post({ type: 'admit', id: client.id });
    this.#ledger.closed(client.id, { reason: 'worker-exit', ...NOTHING_PASSED });
  }

  refuse(id: number): void {
    this.#ownClients.answered(id);
    this.#post({ type: 'refuse', id });
    this.#stopIfIdle();
  }

  renewCertificates(tls: Readonly<Record<string, SharedTlsSettings>>): void {
    this.#post({ type: 'certificates', tls });
  }

  drain(): void {
    this.#post({ type: 'drain' });
  }

  /** Lets a thread without connections end by itself; one that does not is ended after `graceMs`. */
  stop(graceMs: number): void {
    this.#toldToEnd = true;
    this.#post({ type: 'stop' });
    this.#terminateAfter(graceMs);
  }

  /** Lets the thread end with its last connection. It is to be handed no more of them. */
  stopWhenIdle(graceMs: number): void {
    this.#stopWhenIdle = graceMs;
    this.#stopIfIdle();
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

  /** Ends it for this reason. */
  fail(error: unknown): void {
    this.#error ??= error;
    this.terminate();
  }

  #joinOwner(): void {
    if (this.#owner === undefined || this.#ownerLine === undefined) return;
    this.#seat ??= this.#owner.join(this.number, this.#ownerLine, {
      post: (messages, transfer) => this.#post({ type: 'owner', messages }, transfer),
      isBehind: () =>
        this.fail(new CodedError('ERR_WORKER_BEHIND', 'it did not keep up with its owner')),
      readWaiting: () => this.#receiveWaiting(READ_AT_ONCE),
    });
  }

  /** Takes what the thread has said and nobody has read yet. */
  #receiveWaiting(most = Infinity): void {
    for (let count = 0; count < most; count++) {
      const waiting = receiveMessageOnPort(this.#port);
      if (waiting === undefined) return;
      this.#receive(waiting.message as FromWorker);
    }
  }

  #startHeartbeat(): Heartbeat {
    const { heartbeatMs, stuckTimeoutMs } = this.#settings.limits;
    const stuck = () => {
      const error = new CodedError('ERR_WORKER_STUCK', `no answer for ${stuckTimeoutMs} ms`, {
        details: { ms: stuckTimeoutMs },
      });
      this.fail(error);
    };
    const ping = () => {
      this.#post({ type: 'ping' });
      this.#pingedAfter = this.#lastId;
    };
    return new Heartbeat(heartbeatMs, stuckTimeoutMs, ping, stuck);
  }

  #post(message: ToWorker, transferred: Transferable[] = []): void {
    if (this.state === 'exited') return;
    this.#handOvers.send(); // the order of things is kept
    this.#port.postMessage(message, transferred);
  }

  #terminateAfter(graceMs: number): void {
    if (this.state === 'exited') return;
    const timer = setTimeout(() => this.terminate(), graceMs);
    this.#thread.once('exit', () => clearTimeout(timer));
  }

  #stopIfIdle(): void {
    const graceMs = this.#stopWhenIdle;
    const { asking, untold } = this.#ownClients;
    if (graceMs === undefined || this.connections + asking + untold > 0) return;
    this.#stopWhenIdle = undefined;
    this.stop(graceMs);
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'ready':
        if (this.state === 'exited') return;
        this.state = 'ready';
        this.#becameReady = true;
        this.#startDeadline.stop();
        this.#heartbeat = this.#startHeartbeat();
        this.#joinOwner();
        return this.#ready.resolve();
      case 'owner':
        this.#joinOwner(); // it may speak before it can serve
        return this.#seat?.receive(message.messages);
      case 'load':
        return this.activity.told(message.load);
      case 'pong':
        this.#heartbeat?.answered();
        this.#ledger.giveUpLost(this.#pingedAfter);
        return this.#stopIfIdle();
      case 'listening':
        return this.listening.answered(true);
      case 'not-listening':
        if (message.error !== undefined) this.#error = message.error;
        return this.listening.answered(false);
      case 'paused':
        return this.#events.paused(this, message.isPaused);
      case 'listener-lost':
        return this.#events.listenerLost(this, message.listener);
      case 'report':
        return this.#reported(message);
    }
  }

  #reported({ accepted, handoverMs, taken, asking, closed }: Report): void {
    accepted.forEach((id, at) => {
      this.#ledger.acknowledged(id);
      this.#events.handedOver(this.number, handoverMs[at] ?? 0);
    });
    for (const client of clientsOf(taken)) {
      this.#ownClients.taken();
      this.#ledger.own(client.id, client);
      this.#events.taken(this, client);
    }
    for (const client of clientsOf(asking)) {
      this.#ownClients.asks(client.id);
      this.#events.asking(this, client);
    }
    for (const one of closedOf(closed)) this.#ledger.closed(one.id, one.closed);
    if (closed.id.length > 0) this.#stopIfIdle();
  }

  #exited(exitCode: number): void {
    this.state = 'exited'; // first: what ends below makes room, and nobody is to be sent here
    // What it said before it went may still be in the port.
    this.#receiveWaiting();
    this.#seat?.leave();
    this.#port.close();
    this.#handOvers.destroy();
    this.#startDeadline.stop();
    this.#heartbeat?.stop();
    this.listening.exited();
    this.#events.paused(this, false);
    const error = this.#error;
    this.#ready.reject(startError(`worker ${this.number} did not start`, { error, exitCode }));
    const { untold } = this.#ownClients;
    if (untold > 0) this.#events.untold(untold);
    const { connections, unacknowledged } = this.#ledger.end();
    this.#exit.resolve({
      exitCode,
      becameReady: this.#becameReady,
      intended: this.#toldToEnd,
      ...(error === undefined ? {} : { error }),
      connections: connections + untold,
      unacknowledged,
    });
  }
}
