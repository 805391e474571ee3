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
  CONVERSING.set(socket, { connection, conversation, observer });
  socket.on('drain', resume).on('data', receive).on('end', end);
}

interface Conversing {
  readonly connection: Connection;
  readonly conversation: Conversation;
  readonly observer: ConversationObserver;
}

/** By its socket, so that the listeners are the same functions for all: a closure each costs memory. */
const CONVERSING = new WeakMap<Socket, Conversing>();

function resume(this: Socket): void {
  this.resume();
}

function receive(this: Socket, chunk: Buffer): void {
  const { connection, conversation, observer } = CONVERSING.get(this)!;
  observer.received?.(chunk);
  try {
    send(this, conversation.receive(chunk), observer);
    if (conversation.failure !== undefined) connection.close(conversation.failure);
  } catch (error) {
    refuse(connection, error);
  }
}

function end(this: Socket): void {
  const { connection, conversation, observer } = CONVERSING.get(this)!;
  observer.ended?.();
  try {
    send(this, conversation.end(), observer);
    this.end();
  } catch (error) {
    refuse(connection, error);
  }
}

function send(socket: Socket, answer: Uint8Array, observer: ConversationObserver): void {
  if (answer.length === 0 || !socket.writable) return;
  if (!socket.write(answer)) socket.pause();
  observer.answered?.(answer);
}

/** A client that breaks the rules of the conversation loses its connection, and that is all. */
function refuse(connection: Connection, error: unknown): void {
  if (!(error instanceof CodedError)) throw error;
  connection.close(error);
}
