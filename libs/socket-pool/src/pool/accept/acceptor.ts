import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Endpoint } from '@praktikum/protocol';
import type { Limits } from '../../shared/limits.ts';
import { Admission, type RefusalReason } from './admission.ts';
import { acceptedClient, type AcceptedClient } from '../../shared/client.ts';
import { roomBeside, roomForClients, type DescriptorNeeds } from './descriptor-limit.ts';
import { Dismissals } from '../../shared/dismissals.ts';
import type { Entrance, ListenerPlace } from './entrance.ts';
import { LastingListener } from './lasting-listener.ts';
import { listeningFailure } from './listening-failure.ts';
import { Places } from '../../shared/places.ts';

/** What is done with clients as they come. */
export interface AcceptorActions {
  /** Takes the client over. Each one served must be given back with `release`. */
  serve(client: AcceptedClient): void;
  /** It waits: so many are before it. */
  queued?(client: AcceptedClient, before: number): void;
  /** It is being sent away. */
  refused?(client: AcceptedClient, reason: RefusalReason): void;
  /** The process may open no more files: who comes waits in the backlog of the kernel. */
  paused?(): void;
  /** There is room again. */
  resumed?(): void;
}

/** The listening sockets of this thread and the admission behind them. */
export class Acceptor implements Entrance {
  readonly #limits: Limits;
  readonly #actions: AcceptorActions;
  readonly #dismissals: Dismissals;
  readonly #listeners: LastingListener[] = [];
  #paused = false;
  #room = Infinity;
  #needs: DescriptorNeeds = {};
  readonly places = Places.allocate();
  readonly admission: Admission<AcceptedClient>;
  accepted = 0;
  refused = 0;

  constructor(limits: Limits, actions: AcceptorActions) {
    this.#limits = limits;
    this.#actions = actions;
    this.#dismissals = new Dismissals(limits.lingerMs, () => this.#resume());
    this.admission = new Admission(
      limits,
      {
        serve: (client) => actions.serve(client),
        queued: (client, before) => actions.queued?.(client, before),
        refuse: (client, reason) => this.#refuse(client, reason),
      },
      new Places(this.places, limits.maxConnections),
    );
  }

  /**
   * @param others descriptors that the rest of the program may need meanwhile. Default: 0
   * @returns where each of them listens, with the port that the system chose for port 0
   * @throws CodedError `EMFILE` when there are descriptors for no client; what `listen()` fails with,
   *   with the name of the listener in its details
   */
  async listen(listeners: readonly ListenerPlace[], others = 0): Promise<readonly Endpoint[]> {
    this.#needs = { others };
    const room = roomForClients({ others, listeners: listeners.length });
    for (const listener of listeners) await this.#listen(listener);
    this.#room = room;
    return this.#listeners.map(({ address }) => address);
  }

  async #listen(listener: ListenerPlace): Promise<void> {
    const accept = (socket: Socket) => this.#accept(socket, listener.name);
    try {
      const { backlog } = this.#limits;
      this.#listeners.push(await LastingListener.listen(listener.endpoint, backlog, accept));
    } catch (error) {
      this.#closeListeners();
      throw listeningFailure(listener, error);
    }
  }

  /** A client that was served has gone. */
  release(address: string): void {
    this.admission.release(address);
    this.#resume();
  }

  async close(deadlineMs: number): Promise<void> {
    const { backlog } = this.#limits;
    const stopped = Promise.all(this.#listeners.map((listener) => listener.stop(backlog)));
    await Promise.race([stopped, sleep(deadlineMs, undefined, { ref: false })]);
    this.#closeListeners();
    this.admission.close();
  }

  dismissed(): Promise<void> {
    return this.#dismissals.ended();
  }

  destroy(): void {
    this.#closeListeners();
    this.admission.close();
    this.#dismissals.destroy();
  }

  #closeListeners(): void {
    for (const listener of this.#listeners) listener.close();
  }

  #accept(socket: Socket, listener: string): void {
    const client = acceptedClient(socket, listener);
    if (client === undefined) return;
    this.accepted += 1;
    this.admission.offer(client, client.remote.host);
    this.#pauseIfFull();
  }

  measureRoom(): void {
    if (this.#room === Infinity) return;
    this.#room = roomBeside(this.#needs, this.#clients);
    this.#pauseIfFull();
    this.#resume();
  }

  get #clients(): number {
    const { active, queued } = this.admission;
    return active + queued + this.#dismissals.size;
  }

  get #full(): boolean {
    return this.#clients >= this.#room;
  }

  #pauseIfFull(): void {
    if (this.#paused || !this.#full) return;
    this.#paused = true;
    for (const listener of this.#listeners) listener.pause();
    this.#actions.paused?.();
  }

  #resume(): void {
    if (!this.#paused || this.#full) return;
    this.#paused = false;
    for (const listener of this.#listeners) listener.resume();
    this.#actions.resumed?.();
  }

  #refuse(client: AcceptedClient, reason: RefusalReason): void {
    this.refused += 1;
    this.#actions.refused?.(client, reason);
    this.#dismissals.add(client.socket);
  }
}
