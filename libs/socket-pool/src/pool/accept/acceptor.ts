import type { Socket } from 'node:net';
import type { Endpoint } from '@praktikum/protocol';
import type { Limits } from '../../shared/limits.ts';
import { Admission, type RefusalReason } from './admission.ts';
import { acceptedClient, type AcceptedClient } from '../../shared/client.ts';
import { roomBeside, roomForClients, type DescriptorNeeds } from './descriptor-limit.ts';
import { Dismissals } from '../../shared/dismissals.ts';
import type { Entrance } from './entrance.ts';
import { Listener } from '../../shared/listener.ts';
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

/** Between two tries to listen once more. */
const OPEN_AGAIN_MS = 1000;

/** The listening socket of this thread and the admission behind it. */
export class Acceptor implements Entrance {
  readonly #limits: Limits;
  readonly #actions: AcceptorActions;
  readonly #dismissals: Dismissals;
  #listener: Listener | undefined;
  #address: Endpoint | undefined;
  #paused = false;
  #closed = false;
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
   * @throws CodedError `EMFILE` when there are descriptors for no client; what `listen()` fails with
   */
  async listen(endpoint: Endpoint, others = 0): Promise<Endpoint> {
    this.#needs = { others };
    this.#room = roomForClients(this.#needs);
    this.#listener = await this.#open(endpoint);
    this.#address = this.#listener.address!;
    return this.#address;
  }

  #open(endpoint: Endpoint): Promise<Listener> {
    const { backlog } = this.#limits;
    return Listener.listen(endpoint, backlog, (socket) => this.#accept(socket));
  }

  /** A client that was served has gone. */
  release(address: string): void {
    this.admission.release(address);
    this.#resume();
  }

  close(): void {
    this.#closed = true;
    this.#listener?.close();
    this.admission.close();
  }

  dismissed(): Promise<void> {
    return this.#dismissals.ended();
  }

  destroy(): void {
    this.close();
    this.#dismissals.destroy();
  }

  #accept(socket: Socket): void {
    const client = acceptedClient(socket);
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
    this.#listener?.pause();
    this.#actions.paused?.();
  }

  #resume(): void {
    if (!this.#paused || this.#full) return;
    this.#paused = false;
    if (this.#listener?.resume() === false) this.#openAgain();
    this.#actions.resumed?.();
  }

  /** The listening socket was lost for want of a descriptor: there will be one. */
  #openAgain(): void {
    this.#listener = undefined;
    this.#open(this.#address!).then(
      (listener) => {
        this.#listener = listener;
        if (this.#closed) listener.close();
      },
      () => setTimeout(() => this.#closed || this.#openAgain(), OPEN_AGAIN_MS).unref(),
    );
  }

  #refuse(client: AcceptedClient, reason: RefusalReason): void {
    this.refused += 1;
    this.#actions.refused?.(client, reason);
    this.#dismissals.add(client.socket);
  }
}
