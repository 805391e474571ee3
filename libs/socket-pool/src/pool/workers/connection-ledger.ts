import type { Endpoint } from '@praktikum/protocol';
import type { AcceptedClient, Client } from '../../shared/client.ts';
import type { ClosedConnection } from '../../worker/connection.ts';
import { closeDescriptor, descriptorOf } from './descriptor.ts';
import { NumberedEntries } from './numbered-entries.ts';

/** Told of each connection that has ended in the thread, or with it. */
export type OnClosed = (client: Client, closed: ClosedConnection) => void;

/** Not with its socket: the one on this side is dead, and would be kept as long as the connection. */
interface UnderWay {
  readonly remote: Endpoint;
  readonly descriptor: number | undefined;
}

/** Of a connection that nobody has served. */
export const NOTHING_PASSED = { bytesRead: 0, bytesWritten: 0 };

/** What the pool knows of the connections of one worker. */
export class ConnectionLedger {
  readonly #onClosed: OnClosed;
  /** Hand-overs that the thread has not acknowledged. */
  readonly #underWay = new NumberedEntries<UnderWay>();
  /** The far ends of the connections that it has. */
  readonly #remotes = new NumberedEntries<Endpoint>();
  /** Connections since the start of the thread. */
  served = 0;

  constructor(onClosed: OnClosed) {
    this.#onClosed = onClosed;
  }

  /** Connections that have not ended, hand-overs under way included. */
  get size(): number {
    return this.#underWay.size + this.#remotes.size;
  }

  /** A hand-over has begun. To be called while the socket is still of this thread. */
  handingOver(id: number, { remote, socket }: AcceptedClient): void {
    this.#underWay.add(id, { remote, descriptor: descriptorOf(socket) });
    this.served += 1;
  }

  /** The worker has accepted the client itself. */
  own(id: number, { remote }: Client): void {
    this.#remotes.add(id, remote);
    this.served += 1;
  }

  acknowledged(id: number): void {
    const handOver = this.#underWay.take(id);
    if (handOver !== undefined) this.#remotes.add(id, handOver.remote);
  }

  closed(id: number, closed: ClosedConnection): void {
    const remote = this.#remotes.take(id) ?? this.#underWay.take(id)?.remote;
    if (remote !== undefined) this.#onClosed({ remote }, closed);
  }

  /**
   * A hand-over takes one more descriptor for a moment. When none is free, Node drops the message
   * with the socket and tells neither thread. Messages keep their order: what was handed over before
   * a question that is answered, and is not acknowledged, was lost.
   * @param lastId the last hand-over before the question
   */
  giveUpLost(lastId: number): void {
    for (const [id, { descriptor, remote }] of this.#underWay.all()) {
      if (id > lastId) continue;
      closeDescriptor(descriptor, remote);
      this.closed(id, { reason: 'error', code: 'EMFILE', ...NOTHING_PASSED });
    }
  }

  /** All of them have ended with the thread. */
  end(): { connections: number; unacknowledged: number } {
    const handOvers = this.#underWay.takeAll();
    const lost = [...this.#remotes.takeAll(), ...handOvers.map(({ remote }) => remote)];
    for (const remote of lost) {
      this.#onClosed({ remote }, { reason: 'worker-exit', ...NOTHING_PASSED });
    }
    return { connections: lost.length, unacknowledged: handOvers.length };
  }
}
