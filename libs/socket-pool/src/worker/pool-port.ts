import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { BoundListener, FromWorker, ToWorker, WorkerStart } from '../shared/messages.ts';
import { sharedNow } from '../shared/messages.ts';
import { Places } from '../shared/places.ts';
import type { ConnectionHandler } from './connection.ts';
import { Housekeeping } from './housekeeping.ts';
import { ListenerConnections } from './listener-connections.ts';
import { LoadMeter } from './load-meter.ts';
import type { OwnerLine } from './owner-line.ts';
import { Reports } from './reports.ts';
import { WorkerAcceptor } from './worker-acceptor.ts';

/** A client that waited for a place and had left when there was one. */
const LOST_WAITING = {
  reason: 'error',
  code: 'ECONNRESET',
  bytesRead: 0,
  bytesWritten: 0,
} as const;

/** A client that has been accepted, and whose socket could not be taken over. */
const NO_DESCRIPTOR = { ...LOST_WAITING, code: 'EMFILE' } as const;

/** The worker's end of the line to its pool: does what it is told, and tells what happens here. */
export class PoolPort {
  readonly #port: MessagePort;
  readonly #connections: ListenerConnections;
  /** Where this worker accepts by itself. */
  readonly #acceptor: WorkerAcceptor | undefined;
  readonly #reports: Reports;
  readonly #housekeeping: Housekeeping;
  readonly #meter: LoadMeter;
  readonly #owner: OwnerLine | undefined;
  #stopping = false;

  /** @param owner its line to the owner, where the pool has one */
  constructor(
    { port, settings, places, taken }: WorkerStart,
    handler: ConnectionHandler,
    owner: OwnerLine | undefined,
  ) {
    this.#port = port;
    this.#owner = owner;
    const counted = new Places(places, 0);
    this.#reports = new Reports(
      (report) => this.#post(report),
      () => counted.waiting > 0,
    );
    this.#housekeeping = new Housekeeping(handler);
    this.#connections = new ListenerConnections(handler, settings, ({ id }, closed) => {
      this.#reports.closed(id, closed);
      this.#resumeAccepting();
      this.#endWhenIdle();
    });
    this.#meter = new LoadMeter(this.#connections);
    if (settings.accept === 'dispatch') return;
    this.#acceptor = new WorkerAcceptor(settings, places, taken, {
      serve: (client) => {
        if (!this.#connections.serveAccepted(client))
          this.#reports.closed(client.id, NO_DESCRIPTOR);
      },
      taken: (client) => this.#reports.taken(client),
      ask: (client) => this.#reports.asking(client),
      lost: ({ id }) => this.#reports.closed(id, LOST_WAITING),
      dismissed: () => this.#endWhenIdle(),
      paused: (isPaused) => this.#post({ type: 'paused', isPaused }),
      retry: () => this.#resumeAccepting(),
      listenerLost: (listener) => this.#post({ type: 'listener-lost', listener }),
    });
  }

  /** From now on the thread serves. */
  open(): void {
    process.on('exit', () => this.#tellAll()); // what happened in the turn that ends the thread
    this.#port.on('message', (message: ToWorker) => this.#receive(message));
    this.#post({ type: 'ready' });
  }

  #receive(message: ToWorker): void {
    switch (message.type) {
      case 'serve':
        for (const { moved, ...client } of message.clients) {
          this.#reports.accepted(client.id, sharedNow() - message.sentAt);
          this.#connections.serveMoved(client, moved);
        }
        return;
      case 'owner':
        return this.#receiveFromOwner(message.messages);
      case 'certificates':
        return this.#connections.renewCertificates(message.tls);
      case 'ping':
        this.#resumeAccepting();
        this.#reports.send(); // the answer settles what was handed over before the question
        this.#tellLoad();
        return this.#post({ type: 'pong' });
      case 'drain':
        return this.#connections.drain();
      case 'destroy':
        this.#acceptor?.destroy();
        return this.#connections.destroy();
      case 'stop':
        this.#stopping = true;
        return this.#endWhenIdle();
      case 'admit':
        return this.#acceptor?.admit(message.id);
      case 'refuse':
        return this.#acceptor?.refuse(message.id);
      case 'listen':
        return void this.#listen(message.bound);
      case 'take-over':
        return void this.#takeOver(message.from);
      case 'move-listeners':
        if (this.#acceptor) this.#acceptor.moveTo(message.to);
        else message.to.close();
        return;
      case 'stop-listening':
        return void this.#stopListening();
    }
  }

  /** Takes what the owner has sent meanwhile with it: a busy thread does it all at once. */
  #receiveFromOwner(first: readonly unknown[]): void {
    const messages = [...first];
    let other: ToWorker | undefined;
    while (other === undefined) {
      const next = receiveMessageOnPort(this.#port) as { message: ToWorker } | undefined;
      if (next === undefined) break;
      if (next.message.type === 'owner') messages.push(...next.message.messages);
      else other = next.message;
    }
    this.#owner?.receive(messages);
    if (other !== undefined) this.#receive(other);
  }

  async #listen(bound: readonly BoundListener[]): Promise<void> {
    try {
      await this.#acceptor?.listen(bound);
      this.#post({ type: 'listening' });
    } catch (error) {
      this.#post({ type: 'not-listening', error });
    }
  }

  async #stopListening(): Promise<void> {
    await this.#acceptor?.stop();
    this.#reports.send();
    this.#post({ type: 'not-listening' });
  }

  async #takeOver(from: MessagePort): Promise<void> {
    const complete = await this.#acceptor?.takeOver(from);
    this.#post({ type: complete === true ? 'listening' : 'not-listening' });
  }

  #resumeAccepting(): void {
    const acceptor = this.#acceptor;
    if (acceptor) this.#housekeeping.run('accept', () => acceptor.resumeIfRoom());
  }

  #tellLoad(): void {
    const load = this.#housekeeping.run('load', () => this.#meter.read());
    if (load !== undefined) this.#post({ type: 'load', load });
  }

  #tellAll(): void {
    this.#owner?.flush();
    this.#reports.send();
    this.#tellLoad();
  }

  #endWhenIdle(): void {
    if (!this.#stopping || this.#connections.size > 0 || this.#acceptor?.idle === false) return;
    this.#tellAll();
    this.#port.close(); // the last thing that keeps the thread alive
  }

  #post(message: FromWorker): void {
    this.#port.postMessage(message);
  }
}
