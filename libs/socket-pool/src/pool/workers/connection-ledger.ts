import type { AcceptedClient, Client } from '../../shared/client.ts';
import type { ClosedConnection } from '../../shared/closed-connection.ts';
import { descriptorOf } from '../../shared/socket-handle.ts';
import { closeDescriptor } from './close-descriptor.ts';
import { NumberedEntries } from './numbered-entries.ts';

/** Told of each connection that has ended in the thread, or with it. */
export type OnClosed = (client: Client, closed: ClosedConnection) => void;

/** Not with its socket: the one on this side is dead, and would be kept as long as the connection. */
interface UnderWay {
  readonly client: Client;
  readonly descriptor: number | undefined;
}

/** Of a connection that nobody has served. */
export const NOTHING_PASSED = { bytesRead: 0, bytesWritten: 0 };

/** What the pool knows of the connections of one worker. */
export class ConnectionLedger {
  readonly #onClosed: OnClosed;
  /** Hand-overs that the thread has not acknowledged. */
  readonly #underWay = new NumberedEntries<UnderWay>();
  /** The clients of the connections that it has. */
  readonly #clients = new NumberedEntries<Client>();
  readonly #byHandle: boolean;
  /** Connections since the start of the thread. */
  served = 0;

  /** @param byHandle whether sockets move by their handles, which know their descriptors */
  constructor(onClosed: OnClosed, byHandle: boolean) {
    this.#onClosed = onClosed;
    this.#byHandle = byHandle;
  }

  /** Connections that have not ended, hand-overs under way included. */
  get size(): number {
    return this.#underWay.size + this.#clients.size;
  }

  /** A hand-over has begun. To be called while the socket is still of this thread. */
  handingOver(id: number, { remote, listener, socket }: AcceptedClient): void {
    const descriptor = this.#byHandle ? descriptorOf(socket) : undefined;
    this.#underWay.add(id, { client: { remote, listener }, descriptor });
    this.served += 1;
  }

  /** The worker has accepted the client itself. */
  own(id: number, { remote, listener }: Client): void {
    this.#clients.add(id, { remote, listener });
    this.served += 1;
  }

  acknowledged(id: number): void {
    const handOver = this.#underWay.take(id);
    if (handOver !== undefined) this.#clients.add(id, handOver.client);
  }

  closed(id: number, closed: ClosedConnection): void {
    const client = this.#clients.take(id) ?? this.#underWay.take(id)?.client;
    if (client !== undefined) this.#onClosed(client, closed);
  }

  /**
   * A hand-over takes one more descriptor for a moment. When none is free, Node drops the message
   * with the socket and tells neither thread. Messages keep their order: what was handed over before
   * a question that is answered, and is not acknowledged, was lost.
   * @param lastId the last hand-over before the question
   */
  giveUpLost(lastId: number): void {
    for (const [id, { descriptor, client }] of this.#underWay.all()) {
      if (id > lastId) continue;
      closeDescriptor(descriptor, client.remote);
      this.closed(id, { reason: 'error', code: 'EMFILE', ...NOTHING_PASSED });
    }
  }

  /** All of them have ended with the thread. */
  end(): { connections: number; unacknowledged: number } {
    const handOvers = this.#underWay.takeAll();
    const lost = [...this.#clients.takeAll(), ...handOvers.map(({ client }) => client)];
    for (const client of lost) {
      this.#onClosed(client, { reason: 'worker-exit', ...NOTHING_PASSED });
    }
    return { connections: lost.length, unacknowledged: handOvers.length };
  }
}
