import type { Socket } from 'node:net';
import { CodedError, type Conversation } from '@praktikum/protocol';
import type { Connection } from './connection.ts';

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
 * closes. Reading stops while the client does not take the answers, so memory stays bounded.
 */
export function converse(
  connection: Connection,
  conversation: Conversation,
  observer: ConversationObserver = UNOBSERVED,
): void {
  const { socket } = connection;
  const send = (answer: Uint8Array) => {
    if (answer.length === 0 || !socket.writable) return;
    if (!socket.write(answer)) socket.pause();
    observer.answered?.(answer);
  };
  socket.on('drain', resume);
  socket.on('data', (chunk: Buffer) => {
    observer.received?.(chunk);
    try {
      send(conversation.receive(chunk));
      if (conversation.failure !== undefined) connection.close(conversation.failure);
    } catch (error) {
      refuse(connection, error);
    }
  });
  socket.on('end', () => {
    observer.ended?.();
    try {
      send(conversation.end());
      socket.end();
    } catch (error) {
      refuse(connection, error);
    }
  });
}

function resume(this: Socket): void {
  this.resume();
}

/** A client that breaks the rules of the conversation loses its connection, and that is all. */
function refuse(connection: Connection, error: unknown): void {
  if (!(error instanceof CodedError)) throw error;
  connection.close(error);
}
