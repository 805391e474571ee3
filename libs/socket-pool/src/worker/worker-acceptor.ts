import type { BoundSocket, Server, Socket } from 'node:net';
import type { MessagePort } from 'node:worker_threads';
import { acceptedClient, type AcceptedClient, type Client } from '../shared/client.ts';
import { Dismissals } from '../shared/dismissals.ts';
import { Listener } from '../shared/listener.ts';
import { Places } from '../shared/places.ts';

/** How a worker accepts by itself. */
export interface AcceptSettings {
  readonly maxConnections: number;
  /** Whether each client has to be asked for: its address may have too many. */
  readonly askAlways: boolean;
  readonly backlog: number;
  readonly lingerMs: number;
  /** One cell of each worker: places it took without asking, readable when the thread has died. */
  readonly taken: SharedArrayBuffer;
}

/** A client that a worker has accepted. */
export interface OwnClient extends Client {
  readonly id: number;
}

export interface WorkerAcceptorActions {
  /** Takes the client over, its socket paused: it may have waited. */
  serve(client: AcceptedClient & OwnClient): void;
  /** A place was taken for it without asking. */
  taken(client: OwnClient): void;
  /** It was admitted, but has left while it waited. */
  lost(client: OwnClient): void;
  /** Answered by `admit` or `refuse`; until then it waits. */
  ask(client: OwnClient): void;
  /** One that was refused has gone. */
  dismissed(): void;
  /** While it is paused, now and then: to look whether other threads have made room. */
  lookAgain(): void;
  /** It cannot accept until it is given another place to listen. Told again until it is. */
  listenerLost(): void;
}

/** How soon a thread that has stopped accepting sees that others have made room. */
const LOOK_AGAIN_MS = 20;

/** The listener of one worker. It serves at once whom it may, and asks the pool about the others. */
export class WorkerAcceptor {
  readonly #settings: AcceptSettings;
  readonly #actions: WorkerAcceptorActions;
  readonly #places: Places;
  readonly #taken: Int32Array;
  readonly #dismissals: Dismissals;
  readonly #waiting = new Map<number, AcceptedClient>();
  #listener: Listener | undefined;
  #paused = false;
  #looking: NodeJS.Timeout | undefined;
  #lost = false;

  constructor(settings: AcceptSettings, places: SharedArrayBuffer, actions: WorkerAcceptorActions) {
    this.#settings = settings;
    this.#actions = actions;
    this.#places = new Places(places, settings.maxConnections);
    this.#taken = new Int32Array(settings.taken);
    this.#dismissals = new Dismissals(settings.lingerMs, () => {
      this.look();
      actions.dismissed();
    });
  }

  /** Whether nobody is left that waits or is being said goodbye to. */
  get idle(): boolean {
    return this.#waiting.size + this.#dismissals.size === 0;
  }

  /** @throws what `listen()` fails with */
  async listen(bound: BoundSocket): Promise<void> {
    const { backlog } = this.#settings;
    this.#lost = false;
    this.#listener = await Listener.listen(bound, backlog, (socket) => this.#accept(socket));
  }

  /** Goes on where another worker has listened, with the clients in its backlog. */
  takeOver(server: Server): void {
    this.#listener = new Listener(server, (socket) => this.#accept(socket));
  }

  moveTo(port: MessagePort): void {
    this.#listener?.moveTo(port);
    this.#listener = undefined;
  }

  close(): void {
    this.#lost = false;
    this.#setPaused(false);
    this.#listener?.close();
    this.#listener = undefined;
  }

  /** Cuts off who waits and who is being said goodbye to. */
  destroy(): void {
    this.close();
    for (const { socket } of this.#waiting.values()) socket.destroy();
    this.#waiting.clear();
    this.#dismissals.destroy();
  }

  admit(id: number): void {
    const client = this.#waiting.get(id);
    if (client === undefined) return;
    this.#waiting.delete(id);
    if (client.socket.destroyed) this.#actions.lost({ ...client, id });
    else this.#actions.serve({ ...client, id });
  }

  refuse(id: number): void {
    const client = this.#waiting.get(id);
    if (client === undefined) return;
    this.#waiting.delete(id);
    this.#dismissals.add(client.socket);
  }

  /** Accepts again once there are descriptors; they may have become free in any thread. */
  look(): void {
    if (this.#lost) this.#actions.listenerLost();
    if (!this.#paused || this.#full) return;
    this.#setPaused(false);
    if (this.#listener?.resume() !== false) return;
    this.#listener = undefined;
    this.#lost = true;
    this.#actions.listenerLost();
  }

  #accept(socket: Socket): void {
    const client = acceptedClient(socket);
    if (client === undefined) return;
    const own = { ...client, id: this.#places.countAccepted() };
    const { id, remote } = own;
    if (this.#takePlace()) {
      this.#actions.taken({ id, remote });
      this.#actions.serve(own);
    } else {
      this.#waiting.set(id, client);
      this.#actions.ask({ id, remote });
    }
    if (this.#paused || !this.#full) return;
    this.#setPaused(true);
    this.#listener?.pause();
  }

  #setPaused(paused: boolean): void {
    this.#paused = paused;
    clearInterval(this.#looking);
    if (paused) this.#looking = setInterval(() => this.#actions.lookAgain(), LOOK_AGAIN_MS).unref();
  }

  #takePlace(): boolean {
    if (this.#settings.askAlways || this.#places.waiting > 0 || !this.#places.take()) return false;
    Atomics.add(this.#taken, 0, 1);
    return true;
  }

  get #full(): boolean {
    const { active, waiting, room } = this.#places;
    return active + waiting + this.#dismissals.size >= room;
  }
}
