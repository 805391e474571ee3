import { lookup } from 'node:dns/promises';
import net, { type BoundSocket } from 'node:net';
import type { Transferable } from 'node:worker_threads';
import { CodedError, codeOf, type Endpoint } from '@praktikum/protocol';
import type { Limits } from '../../shared/limits.ts';
import { Admission, type RefusalReason } from './admission.ts';
import { roomBeside, roomForClients, type DescriptorNeeds } from './descriptor-limit.ts';
import type { Entrance } from './entrance.ts';
import { Places } from '../../shared/places.ts';
import type { AcceptSettings, OwnClient } from '../../worker/worker-acceptor.ts';

/** The worker that a client is in. */
export interface ClientsWorker {
  readonly worker: number;
  admit(client: OwnClient): void;
  refuse(id: number): void;
}

/** A client that waits in its worker for an answer. */
interface AskingClient extends OwnClient {
  readonly in: ClientsWorker;
}

export interface WorkerListenersActions {
  served(client: OwnClient, worker: number): void;
  queued(client: OwnClient, before: number): void;
  refused(client: OwnClient, reason: RefusalReason): void;
}

/**
 * One listening socket a worker, all on the same port: SO_REUSEPORT of socket(7). The kernel chooses a
 * listener for each connection by a hash of its addresses. The limits hold for all of them together.
 */
export class WorkerListeners implements Entrance {
  readonly places = Places.allocate();
  readonly #places: Places;
  readonly #limits: Limits;
  readonly #actions: WorkerListenersActions;
  #address: Endpoint | undefined;
  #needs: DescriptorNeeds = {};
  readonly admission: Admission<AskingClient>;
  refused = 0;

  constructor(limits: Limits, actions: WorkerListenersActions) {
    this.#limits = limits;
    this.#actions = actions;
    this.#places = new Places(this.places, limits.maxConnections);
    this.admission = new Admission(
      limits,
      {
        serve: (client) => {
          client.in.admit(client);
          actions.served(client, client.in.worker);
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

  /** What workers are given that are to accept by themselves. */
  get settings(): Omit<AcceptSettings, 'taken'> {
    const { maxConnections, maxConnectionsPerAddress, backlog, lingerMs } = this.#limits;
    return {
      maxConnections,
      askAlways: maxConnectionsPerAddress < maxConnections,
      backlog,
      lingerMs,
    };
  }

  /**
   * Finds out whether the port can be had, without sharing it: with SO_REUSEPORT alone a second
   * server of the same user would get half of the clients, and nobody would be told.
   * @throws CodedError `ERR_REUSEPORT_UNSUPPORTED` on a Node that cannot, `EMFILE`; what `bind()` fails with
   */
  async listen({ host, port }: Endpoint, others: number, threads: number): Promise<Endpoint> {
    const { address } = await lookup(host);
    this.#needs = { threads, others };
    this.#places.room = roomForClients(this.#needs);
    using probe = sentToItself(new net.BoundSocket({ host: address, port }));
    this.#address = { host: address, port: probe.address().port };
    return this.#address;
  }

  /**
   * A socket bound to the port, for one worker to listen on.
   * @throws CodedError `ERR_REUSEPORT_UNSUPPORTED` where the system cannot share a port
   */
  bind(): BoundSocket {
    try {
      return new net.BoundSocket({ ...this.#address, reusePort: true });
    } catch (error) {
      throw codeOf(error) === 'ENOTSUP' ? unsupported(process.platform, error) : error;
    }
  }

  /** A worker has taken a place for its client. */
  taken({ worker }: ClientsWorker, client: OwnClient): void {
    this.admission.adopt(client.remote.host);
    this.#actions.served(client, worker);
  }

  /** A worker may not take a place for its client without asking. */
  asked(worker: ClientsWorker, client: OwnClient): void {
    this.admission.offer({ ...client, in: worker }, client.remote.host);
  }

  measureRoom(): void {
    if (this.#address === undefined) return;
    const { active, waiting } = this.#places;
    this.#places.room = roomBeside(this.#needs, active + waiting);
  }

  release(address: string): void {
    this.admission.release(address);
  }

  close(): void {
    this.admission.close();
  }

  async dismissed(): Promise<void> {} // they go with their worker, which waits for them

  destroy(): void {
    this.close();
  }
}

/**
 * Node has had bound sockets for longer than it can send them to other threads.
 * @throws CodedError `ERR_REUSEPORT_UNSUPPORTED` where it cannot
 */
function sentToItself(bound: BoundSocket): BoundSocket {
  try {
    // Node's types do not know yet that a bound socket can be transferred.
    return structuredClone(bound, { transfer: [bound as unknown as Transferable] });
  } catch (error) {
    bound.close();
    throw unsupported(`Node.js ${process.version}`, error);
  }
}

function unsupported(where: string, cause?: unknown): CodedError {
  return new CodedError('ERR_REUSEPORT_UNSUPPORTED', `no SO_REUSEPORT on ${where}`, {
    cause,
    details: { where },
  });
}
