import { lookup } from 'node:dns/promises';
import net, { type BoundSocket } from 'node:net';
import type { Transferable } from 'node:worker_threads';
import { CodedError, codeOf, isIPv6, type Endpoint } from '@praktikum/protocol';
import type { BoundListener } from '../../shared/messages.ts';
import type { Limits } from '../../shared/limits.ts';
import { plainAddress, type NumberedClient } from '../../shared/client.ts';
import { Admission, type RefusalReason } from './admission.ts';
import { roomBeside, roomForClients, type DescriptorNeeds } from './descriptor-limit.ts';
import type { Entrance, ListenerPlace } from './entrance.ts';
import { listeningFailure } from './listening-failure.ts';
import { Places } from '../../shared/places.ts';

const UNSUPPORTED = 'ERR_REUSEPORT_UNSUPPORTED';

/** The worker that a client is in. */
export interface ClientsWorker {
  readonly number: number;
  admit(client: NumberedClient): void;
  refuse(id: number): void;
}

/** A client that waits in its worker for an answer. */
interface AskingClient extends NumberedClient {
  readonly in: ClientsWorker;
}

export interface WorkerListenersActions {
  served(client: NumberedClient, worker: number): void;
  queued(client: NumberedClient, before: number): void;
  refused(client: NumberedClient, reason: RefusalReason): void;
  /** The process may open no more files: clients wait in the backlog of at least one worker. */
  paused(): void;
  /** There is room again, in all of them. */
  resumed(): void;
}

/**
 * One listening socket a worker and listener, those of a listener on the same port: SO_REUSEPORT of socket(7). The kernel chooses a
 * listener for each connection by a hash of its addresses. The limits hold for all of them together.
 */
export class WorkerListeners implements Entrance {
  readonly places = Places.allocate();
  readonly #places: Places;
  readonly #actions: WorkerListenersActions;
  #bound: readonly ListenerPlace[] = [];
  #needs: DescriptorNeeds = {};
  readonly #pausedWorkers = new Set<ClientsWorker>();
  readonly admission: Admission<AskingClient>;
  refused = 0;

  constructor(limits: Limits, actions: WorkerListenersActions) {
    this.#actions = actions;
    this.#places = new Places(this.places, limits.maxConnections);
    this.admission = new Admission(
      limits,
      {
        serve: (client) => {
          client.in.admit(client);
          actions.served(client, client.in.number);
        },
        queued: (client, before) => actions.queued(client, before),
        refuse: (client, reason) => {
          this.refused += 1;
          client.in.refuse(client.id);
          actions.refused(client, reason);
        },
      },
      this.#places,
    );
  }

  get accepted(): number {
    return this.#places.accepted;
  }

  /**
   * Finds out whether the ports can be had, without sharing them: with SO_REUSEPORT alone a second
   * server of the same user would get half of the clients, and nobody would be told.
   * @throws CodedError `ERR_REUSEPORT_UNSUPPORTED` on a Node that cannot, `EMFILE`; what `bind()` fails
   *   with, with the name of the listener in its details
   */
  async listen(
    listeners: readonly ListenerPlace[],
    others: number,
    threads: number,
  ): Promise<readonly Endpoint[]> {
    const places: ListenerPlace[] = [];
    for (const listener of listeners) places.push(await probeBeside(places, listener));
    this.#needs = { threads, others };
    this.#places.room = roomForClients({ ...this.#needs, listeners: listeners.length });
    this.#bound = places;
    return places.map(({ endpoint }) => endpoint);
  }

  /**
   * Sockets bound to the ports, for one worker to listen on.
   * @param only the name of a listener. Default: all of them
   * @throws CodedError `ERR_REUSEPORT_UNSUPPORTED` where the system cannot share a port
   */
  bind(only?: string): BoundListener[] {
    const wanted = this.#bound.filter(({ name }) => only === undefined || name === only);
    return wanted.map(({ name, endpoint }) => ({ listener: name, bound: bindShared(endpoint) }));
  }

  /** A worker has taken a place for its client. */
  taken({ number }: ClientsWorker, client: NumberedClient): void {
    this.admission.adopt(client.remote.host);
    this.#actions.served(client, number);
  }

  /** A worker may not take a place for its client without asking. */
  asked(worker: ClientsWorker, client: NumberedClient): void {
    this.admission.offer({ ...client, in: worker }, client.remote.host);
  }

  /** A worker accepts no more for want of descriptors, or does again. */
  paused(worker: ClientsWorker, isPaused: boolean): void {
    const before = this.#pausedWorkers.size;
    if (isPaused) this.#pausedWorkers.add(worker);
    else this.#pausedWorkers.delete(worker);
    const { size } = this.#pausedWorkers;
    if (before === 0 && size > 0) this.#actions.paused();
    if (before > 0 && size === 0) this.#actions.resumed();
  }

  measureRoom(): void {
    if (this.#bound.length === 0) return;
    const { active, waiting } = this.#places;
    this.#places.room = roomBeside(this.#needs, active + waiting);
  }

  release(address: string): void {
    this.admission.release(address);
  }

  /** Its workers have stopped listening before. */
  async close(): Promise<void> {
    this.admission.close();
  }

  async dismissed(): Promise<void> {} // they go with their worker, which waits for them

  destroy(): void {
    this.admission.close();
  }
}

/** @returns the same listener, with the address and the port that it was given */
async function probe({ name, endpoint }: ListenerPlace): Promise<ListenerPlace> {
  try {
    const { address: host } = await lookup(endpoint.host);
    using bound = sentToItself(new net.BoundSocket({ host, port: endpoint.port }));
    return { name, endpoint: { host, port: bound.address().port } };
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw listeningFailure({ name, endpoint }, error);
  }
}

/** Probes a port that no other listener is to have. */
async function probeBeside(
  others: readonly ListenerPlace[],
  listener: ListenerPlace,
): Promise<ListenerPlace> {
  for (;;) {
    const place = await probe(listener);
    if (!others.some(({ endpoint }) => collide(endpoint, place.endpoint))) return place;
    if (listener.endpoint.port === 0) continue; // the system may give the same port twice, by chance
    const cause = new CodedError('EADDRINUSE', 'another listener of this pool has it');
    throw listeningFailure(place, cause);
  }
}

/** Whether two listeners would share a port: the system lets them, and gives each client to one of the two. */
function collide(one: Endpoint, other: Endpoint): boolean {
  if (one.port !== other.port) return false;
  const hosts = [plainAddress(one.host), plainAddress(other.host)];
  if (hosts[0] === hosts[1] || hosts.includes('::')) return true;
  return hosts.includes('0.0.0.0') && !hosts.some(isIPv6);
}

function bindShared(endpoint: Endpoint): BoundSocket {
  try {
    return new net.BoundSocket({ ...endpoint, reusePort: true });
  } catch (error) {
    throw codeOf(error) === 'ENOTSUP' ? unsupported(process.platform, error) : error;
  }
}

/**
 * Node has had bound sockets for longer than it can send them to other threads.
 * @throws CodedError `ERR_REUSEPORT_UNSUPPORTED` where it cannot
 */
function sentToItself(bound: BoundSocket): BoundSocket {
  let sent: BoundSocket | undefined;
  try {
    // Node's types do not know yet that a bound socket can be transferred.
    const transfer = [bound as unknown as Transferable];
    sent = structuredClone(bound, { transfer }) as BoundSocket | undefined;
  } catch (error) {
    bound.close();
    throw unsupported(`Node.js ${process.version}`, error);
  }
  if (sent !== undefined) return sent;
  throw new CodedError('EMFILE', 'no descriptor is free for a socket on its way');
}

function unsupported(where: string, cause?: unknown): CodedError {
  return new CodedError(UNSUPPORTED, `no SO_REUSEPORT on ${where}`, {
    cause,
    details: { where },
  });
}
