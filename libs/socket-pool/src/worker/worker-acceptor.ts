import type { Server, Socket } from 'node:net';
import type { MessagePort } from 'node:worker_threads';
import { acceptedClient, type AcceptedClient, type NumberedClient } from '../shared/client.ts';
import { Dismissals } from '../shared/dismissals.ts';
import { Listener, type Binding } from '../shared/listener.ts';
import type { BoundListener } from '../shared/messages.ts';
import { Places } from '../shared/places.ts';
import type { PoolSettings } from '../shared/pool-settings.ts';

export interface WorkerAcceptorActions {
  /** Takes the client over, its socket paused: it may have waited. */
  serve(client: AcceptedClient & NumberedClient): void;
  /** A place was taken for it without asking. */
  taken(client: NumberedClient): void;
  /** It was admitted, but has left while it waited. */
  lost(client: NumberedClient): void;
  /** Answered by `admit` or `refuse`; until then it waits. */
  ask(client: NumberedClient): void;
  /** One that was refused has gone. */
  dismissed(): void;
  /** No descriptor is left for one more client, or there is room again. */
  paused(isPaused: boolean): void;
  /** While it is paused, now and then: to resume when other threads have made room. */
  retry(): void;
  /** A listener cannot accept until it is given another socket. Told again until it is. */
  listenerLost(listener: string): void;
}

/** How soon a thread that has stopped accepting finds that others have made room. */
const RETRY_MS = 20;

/** What a worker posts when another one takes its place. */
interface MovedListener {
  readonly listener: string;
  readonly server: Server;
}

/** The listeners of one worker. It serves at once whom it may, and asks the pool about the others. */
export class WorkerAcceptor {
  readonly #settings: PoolSettings;
  readonly #actions: WorkerAcceptorActions;
  readonly #places: Places;
  readonly #taken: Int32Array;
  readonly #dismissals: Dismissals;
  readonly #waiting = new Map<number, AcceptedClient>();
  readonly #listeners = new Map<string, Listener>();
  readonly #lost = new Set<string>();
  #paused = false;
  #retrying: NodeJS.Timeout | undefined;

  /**
   * @param places shared memory in which the places for clients are counted
   * @param taken shared memory: one cell for the places that this worker took without asking
   */
  constructor(
    settings: PoolSettings,
    places: SharedArrayBuffer,
    taken: SharedArrayBuffer,
    actions: WorkerAcceptorActions,
  ) {
    const { maxConnections, lingerMs } = settings.limits;
    this.#settings = settings;
    this.#actions = actions;
    this.#places = new Places(places, maxConnections);
    this.#taken = new Int32Array(taken);
    this.#dismissals = new Dismissals(lingerMs, () => {
      this.resumeIfRoom();
      actions.dismissed();
    });
  }

  /** Whether nobody is left that waits or is being said goodbye to. */
  get idle(): boolean {
    return this.#waiting.size + this.#dismissals.size === 0;
  }

  /** @throws what `listen()` fails with */
  async listen(bound: readonly BoundListener[]): Promise<void> {
    for (const { listener, bound: binding } of bound) {
      if (this.#listeners.has(listener)) binding.close();
      else await this.#listen(listener, binding);
    }
  }

  async #listen(name: string, binding: Binding): Promise<void> {
    this.#lost.delete(name);
    const { backlog } = this.#settings.limits;
    const accept = (socket: Socket) => this.#accept(socket, name);
    this.#listeners.set(name, await Listener.listen(binding, backlog, accept));
  }

  /**
   * Goes on where another worker has listened, with the clients in its backlogs.
   * @param from where that one posts its listening sockets, and closes
   * @returns false when it has not posted all of them
   */
  async takeOver(from: MessagePort): Promise<boolean> {
    const closed = Promise.withResolvers<void>();
    from.on('message', ({ listener, server }: MovedListener) => {
      const accept = (socket: Socket) => this.#accept(socket, listener);
      // One that came too late finds another in its place, which has a shorter backlog.
      this.#listeners.get(listener)?.close();
      this.#listeners.set(listener, new Listener(server, accept));
    });
    from.on('close', () => closed.resolve());
    await closed.promise;
    return this.#listeners.size === this.#settings.listeners.length;
  }

  /** Posts the listening sockets to a port and closes it. */
  moveTo(port: MessagePort): void {
    this.#setPaused(false);
    for (const [listener, open] of this.#listeners) {
      open.moveTo(port, (server) => ({ listener, server }) satisfies MovedListener);
    }
    this.#listeners.clear();
    port.close();
  }

  /** Stops listening, once those who wait in the backlogs have been accepted. */
  async stop(): Promise<void> {
    const { backlog } = this.#settings.limits;
    await Promise.all([...this.#listeners.values()].map((listener) => listener.stop(backlog)));
    this.close();
  }

  close(): void {
    this.#lost.clear();
    this.#setPaused(false);
    for (const listener of this.#listeners.values()) listener.close();
    this.#listeners.clear();
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
  resumeIfRoom(): void {
    for (const listener of this.#lost) this.#actions.listenerLost(listener);
    if (!this.#paused || this.#full) return;
    this.#setPaused(false);
    for (const [name, listener] of this.#listeners) {
      if (listener.resume()) continue;
      this.#listeners.delete(name);
      this.#lost.add(name);
      this.#actions.listenerLost(name);
    }
  }

  #accept(socket: Socket, listener: string): void {
    const client = acceptedClient(socket, listener);
    if (client === undefined) return;
    const own = { ...client, id: this.#places.countAccepted() };
    const { id, remote } = own;
    if (this.#takePlace()) {
      this.#actions.taken({ id, remote, listener });
      this.#actions.serve(own);
    } else {
      this.#waiting.set(id, client);
      this.#actions.ask({ id, remote, listener });
    }
    if (this.#paused || !this.#full) return;
    this.#setPaused(true);
    for (const open of this.#listeners.values()) open.pause();
  }

  #setPaused(isPaused: boolean): void {
    if (this.#paused === isPaused) return;
    this.#paused = isPaused;
    clearInterval(this.#retrying);
    if (isPaused) this.#retrying = setInterval(() => this.#actions.retry(), RETRY_MS).unref();
    this.#actions.paused(isPaused);
  }

  #takePlace(): boolean {
    const { maxConnections, maxConnectionsPerAddress } = this.#settings.limits;
    // Only the pool knows how many clients an address has.
    if (maxConnectionsPerAddress < maxConnections) return false;
    if (this.#places.waiting > 0 || !this.#places.take()) return false;
    Atomics.add(this.#taken, 0, 1);
    return true;
  }

  get #full(): boolean {
    const { active, waiting, room } = this.#places;
    return active + waiting + this.#dismissals.size >= room;
  }
}
