import { serveSession, type Connection, type Outbox, type Session } from '@praktikum/socket-pool';
import type { Inbox } from './inbox.ts';
import { MAX_QUEUED_BYTES, type Transport } from './transport.ts';

/** One client that speaks IRC as a byte stream, over TCP or TLS. */
export class LineSession implements Session, Transport {
  readonly #connection: Connection;
  #inbox: Inbox | undefined;
  #outbox: Outbox | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Begins to read for this inbox. */
  start(inbox: Inbox): void {
    this.#inbox = inbox;
    this.#connection.socket.once('close', () => inbox.close());
    serveSession(this.#connection, this, { maxSendQueueBytes: MAX_QUEUED_BYTES });
  }

  open(outbox: Outbox): void {
    this.#outbox = outbox;
  }

  receive(chunk: Uint8Array): void | Promise<void> {
    return this.#inbox!.receive(chunk);
  }

  /** What a client has sent before its half-close is answered: `printf 'NICK …' | nc` works. */
  end(): Promise<void> {
    this.#inbox!.ended();
    return new Promise(() => undefined); // the owner closes it, once it has answered
  }

  get queued(): number {
    return this.#outbox?.queued ?? 0;
  }

  write(lines: Buffer): void {
    this.#outbox?.write(lines);
  }

  close(): void {
    this.#connection.close();
  }
}
