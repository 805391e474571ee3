import { LineSplitter, MAX_CLIENT_TAGS_BYTES, type DecodedLine } from '@praktikum/irc';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveSession, type Connection, type Outbox, type Session } from '@praktikum/socket-pool';
import { MAX_REGISTER_BYTES, type Inbox } from './inbox.ts';
import { MAX_QUEUED_BYTES, type Transport } from './transport.ts';

/** One client that speaks IRC as a byte stream, over TCP or TLS. */
export class LineSession implements Session, Transport {
  readonly #connection: Connection;
  readonly #splitter = new LineSplitter({
    maxTagsBytes: MAX_CLIENT_TAGS_BYTES,
    maxBodyBytes: MAX_REGISTER_BYTES,
  });
  readonly #closed = new AbortController();
  #inbox: Inbox | undefined;
  #outbox: Outbox | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
    connection.socket.once('close', () => this.#closed.abort());
  }

  /** Begins to read for this inbox. */
  start(inbox: Inbox): void {
    this.#inbox = inbox;
    serveSession(this.#connection, this, { maxSendQueueBytes: MAX_QUEUED_BYTES });
  }

  open(outbox: Outbox): void {
    this.#outbox = outbox;
  }

  receive(chunk: Uint8Array): void | Promise<void> {
    this.#inbox!.heard();
    const lines = this.#splitter.push(chunk);
    for (let at = 0; at < lines.length; at++) {
      if (this.#inbox!.delayMs() > 0) return this.#takeSlowly(lines.slice(at));
      this.#inbox!.take(lines[at]!);
      const room = this.#inbox!.room();
      if (room !== undefined) return room.then(() => this.#takeSlowly(lines.slice(at + 1)));
    }
    return undefined;
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

  /** Reads nothing more until all of these have been let through. */
  async #takeSlowly(lines: readonly DecodedLine[]): Promise<void> {
    const { signal } = this.#closed;
    for (const line of lines) {
      for (let wait = this.#inbox!.delayMs(); wait > 0; wait = this.#inbox!.delayMs()) {
        await sleep(wait, undefined, { signal, ref: false }).catch(() => undefined);
        if (signal.aborted) return;
      }
      this.#inbox!.take(line);
      await this.#inbox!.room();
    }
  }
}
