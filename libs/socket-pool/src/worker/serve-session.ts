import { once } from 'node:events';
import { CodedError } from '@praktikum/protocol';
import type { Connection } from './connection.ts';
import { refuse } from './converse.ts';
import { FairReader } from './fair-reader.ts';

/**
 * What may wait for one client that reads more slowly than others send to it.
 * @unit bytes
 * @against slow readers of what is pushed to them, whose queues would fill the memory
 * @provenBy ./serve-session.spec.ts: cuts off a client that does not read what is pushed to it, and no other
 */
const MAX_SEND_QUEUE_BYTES = 1024 * 1024;

/** What speaks with one client: it may greet, answer later, and push what nobody asked for. */
export interface Session {
  /** The client can be written to, from now until it is closed. */
  open?(outbox: Outbox): void;
  /**
   * What the client has sent; the bytes are only lent. While the promise that it returns is open nothing more
   * is read. A `CodedError` that it throws or rejects with closes the connection.
   */
  receive(chunk: Uint8Array): void | Promise<void>;
  /** The client has sent all it will send. Whoever wants to speak on returns a promise: then the stream ends. */
  end(): void | Promise<void>;
}

/** What is on its way to one client. */
export interface Outbox {
  /** Bytes that the system has not taken yet. */
  readonly queued: number;
  /**
   * Sends it. Reading stops while the client does not take what is written; one for whom more would wait than
   * the limit, in one piece or in many, is cut off with `ERR_SEND_QUEUE`.
   * @returns false when it was not taken: the connection has ended, or ends by this
   */
  write(bytes: Uint8Array): boolean;
  /** Resolves when everything has left, or when the connection has ended. */
  drained(): Promise<void>;
}

/**
 * Lets a session speak on a connection. Reading stops while the client does not take what is written for it, and
 * while what was read waits for its turn behind the work for other clients.
 */
export function serveSession(
  connection: Connection,
  session: Session,
  { maxSendQueueBytes = MAX_SEND_QUEUE_BYTES }: { readonly maxSendQueueBytes?: number } = {},
): void {
  const reader = new SessionReader(connection, session, maxSendQueueBytes);
  reader.start();
  session.open?.(reader);
}

class SessionReader extends FairReader implements Outbox {
  readonly #session: Session;
  readonly #maxSendQueueBytes: number;

  constructor(connection: Connection, session: Session, maxSendQueueBytes: number) {
    super(connection);
    this.#session = session;
    this.#maxSendQueueBytes = maxSendQueueBytes;
  }

  get queued(): number {
    return this.socket.writableLength;
  }

  write(bytes: Uint8Array): boolean {
    const { socket } = this;
    if (!socket.writable) return false;
    if (this.queued + bytes.length > this.#maxSendQueueBytes) {
      this.connection.close(slowReader(this.#maxSendQueueBytes));
      return false;
    }
    if (!socket.write(bytes)) socket.pause();
    return true;
  }

  async drained(): Promise<void> {
    const { socket } = this;
    if (!socket.writableNeedDrain) return;
    const over = new AbortController();
    const { signal } = over;
    await Promise.race([
      once(socket, 'drain', { signal }),
      once(socket, 'close', { signal }),
    ]).catch(() => undefined);
    over.abort();
  }

  protected override take(chunk: Buffer): void {
    this.#await(() => this.#session.receive(chunk));
  }

  protected override ended(): void {
    this.#await(
      () => this.#session.end(),
      () => this.socket.end(),
    );
  }

  /** Does it, waits for what it returns with reading stopped, and then goes on. */
  #await(work: () => void | Promise<void>, then?: () => void): void {
    try {
      const working = work();
      if (working === undefined) return then?.();
      this.pause();
      const release = this.connection.hold();
      void working
        .then(then, (error: unknown) => refuse(this.connection, error))
        .finally(() => {
          release();
          if (then === undefined) this.goOn();
        });
    } catch (error) {
      refuse(this.connection, error);
    }
  }
}

function slowReader(limit: number): CodedError {
  return new CodedError('ERR_SEND_QUEUE', `more than ${limit} bytes wait for this client`, {
    details: { limit },
  });
}
