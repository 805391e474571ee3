import type { AcceptedClient, Client } from '../accept/client.ts';
import type { ClosedConnection } from '../serving/connection.ts';
import { closeDescriptor, descriptorOf } from './descriptor.ts';
import { NumberedEntries } from './numbered-entries.ts';

/** Told of each connection that has ended in the thread, or with it. */
export type OnClosed = (client: Client, closed: ClosedConnection) => void;

/** Not with its socket: the one on this side is dead, and would be kept as long as the connection. */
interface Entry extends Client {
  readonly descriptor: number | undefined;
  acknowledged: boolean;
}

/** Of a connection that nobody has served. */
export const NOTHING_PASSED = { bytesRead: 0, bytesWritten: 0 };

/** What the pool knows of the connections of one worker. */
export class ConnectionLedger {
  readonly #onClosed: OnClosed;
  readonly #entries = new NumberedEntries<Entry>();
  /** Connections since the start of the thread. */
  served = 0;

  constructor(onClosed: OnClosed) {
    this.#onClosed = onClosed;
  }

  /** Connections that have not ended, hand-overs under way included. */
  get size(): number {
    return this.#entries.size;
  }

  /** A hand-over has begun. To be called while the socket is still of this thread. */
  handingOver(id: number, { remote, socket }: AcceptedClient): void {
    this.#add(id, { remote, descriptor: descriptorOf(socket), acknowledged: false });
  }

  /** The worker has accepted the client itself. */
  own(id: number, { remote }: Client): void {
    this.#add(id, { remote, descriptor: undefined, acknowledged: true });
  }

  acknowledged(id: number): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined) entry.acknowledged = true;
  }

  closed(id: number, closed: ClosedConnection): void {
    const entry = this.#entries.take(id);
    if (entry !== undefined) this.#onClosed(entry, closed);
  }

  /**
   * A hand-over takes one more descriptor for a moment. When none is free, Node drops the message
   * with the socket and tells neither thread. Messages keep their order: what was handed over before
   * a question that is answered, and is not acknowledged, was lost.
   * @param lastId the last hand-over before the question
   */
  giveUpLost(lastId: number): void {
    for (const [id, { acknowledged, descriptor, remote }] of this.#entries.all()) {
      if (acknowledged || id > lastId) continue;
      closeDescriptor(descriptor, remote);
      this.closed(id, { reason: 'error', code: 'EMFILE', ...NOTHING_PASSED });
    }
  }

  /** All of them have ended with the thread. */
  end(): { connections: number; unacknowledged: number } {
    const lost = this.#entries.takeAll();
    for (const client of lost) this.#onClosed(client, { reason: 'worker-exit', ...NOTHING_PASSED });
    const unacknowledged = lost.filter(({ acknowledged }) => !acknowledged).length;
    return { connections: lost.length, unacknowledged };
  }

  #add(id: number, entry: Entry): void {
    this.#entries.add(id, entry);
    this.served += 1;
  }
}
