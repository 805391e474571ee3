import { CodedError, type Conversation } from '@praktikum/protocol';
import type { Connection } from './connection.ts';
import { FairReader } from './fair-reader.ts';
import { LendingSocket } from '../shared/lending-socket.ts';

/** Told what passes, for logs. The bytes are only lent: they are not to be kept. */
export interface ConversationObserver {
  /** What the client has sent. */
  received?(chunk: Uint8Array): void;
  /** What was written for it. */
  answered?(answer: Uint8Array): void;
  /** The client has sent all it will send. */
  ended?(): void;
}

const UNOBSERVED: ConversationObserver = {};

/**
 * Lets a conversation speak on a connection until the client's half-close, then sends the rest and
 * closes. Reading stops while the client does not take what is written for it, and while what was read waits for
 * its turn behind the work for other clients.
 */
export function converse(
  connection: Connection,
  conversation: Conversation,
  observer: ConversationObserver = UNOBSERVED,
): void {
  new ConversationReader(connection, conversation, observer).start();
}

class ConversationReader extends FairReader {
  readonly #conversation: Conversation;
  readonly #observer: ConversationObserver;

  constructor(connection: Connection, conversation: Conversation, observer: ConversationObserver) {
    super(connection);
    this.#conversation = conversation;
    this.#observer = observer;
  }

  protected override take(chunk: Buffer): void {
    this.#observer.received?.(chunk);
    try {
      const reply = this.#conversation.receive(chunk);
      // An echo answers with the very bytes that are lent, and the kernel may not take them at once.
      const lent = reply.buffer === chunk.buffer && this.socket instanceof LendingSocket;
      this.#send(lent ? Buffer.from(reply) : reply);
      const { failure } = this.#conversation;
      if (failure !== undefined) this.connection.close(failure);
    } catch (error) {
      refuse(this.connection, error);
    }
  }

  protected override ended(): void {
    this.#observer.ended?.();
    try {
      this.#send(this.#conversation.end());
      this.#finish();
    } catch (error) {
      refuse(this.connection, error);
    }
  }

  #send(answer: Uint8Array): void {
    if (answer.length === 0 || !this.socket.writable) return;
    if (!this.socket.write(answer)) this.socket.pause();
    this.#observer.answered?.(answer);
  }

  /**
   * Ends the conversation. Once the peer's FIN has come and the kernel has all that was written, to
   * close says the same on the wire as to shut down first, for one system call less and no callback.
   */
  #finish(): void {
    const { socket } = this;
    if (socket instanceof LendingSocket && socket.writableLength === 0) socket.destroy();
    else socket.end();
  }
}

/** A client that breaks the rules of the conversation loses its connection, and that is all. */
export function refuse(connection: Connection, error: unknown): void {
  if (!(error instanceof CodedError)) throw error;
  connection.close(error);
}
