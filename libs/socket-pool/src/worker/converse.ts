import type { Socket } from 'node:net';
import { CodedError, type Conversation } from '@praktikum/protocol';
import type { Connection } from './connection.ts';
import { LendingSocket } from '../shared/lending-socket.ts';
import { Turns } from './turns.ts';

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

/** One for all connections of the thread. */
const TURNS = new Turns();

/**
 * Lets a conversation speak on a connection until the client's half-close, then sends the rest and
 * closes. Reading stops while the client does not take the answers, so memory stays bounded. It stops
 * too while what was read (64 KiB at most) waits for its turn behind the work for other clients.
 */
export function converse(
  connection: Connection,
  conversation: Conversation,
  observer: ConversationObserver = UNOBSERVED,
): void {
  const { socket } = connection;
  (socket as ConversingSocket)[CONVERSING] = { connection, conversation, observer };
  socket.on('drain', resume).on('end', end);
  if (socket instanceof LendingSocket) socket.lendTo(receive);
  else socket.on('data', receive);
}

interface Conversing {
  readonly connection: Connection;
  readonly conversation: Conversation;
  readonly observer: ConversationObserver;
  /** What was read and waits for its turn. */
  waiting?: Buffer | undefined;
  /** The client's end has come while that waited. */
  isEnding?: boolean;
}

/** By its socket, as a connection is (see ServedConnection). */
const CONVERSING = Symbol('conversing');

type ConversingSocket = Socket & { [CONVERSING]?: Conversing };

function resume(this: ConversingSocket): void {
  if (this[CONVERSING]!.waiting === undefined) this.resume();
}

function receive(this: ConversingSocket, chunk: Buffer): void {
  if (!TURNS.isOver) return answer(this, chunk);
  this.pause();
  const conversing = this[CONVERSING]!;
  conversing.waiting = Buffer.from(chunk); // it may be lent
  const release = conversing.connection.hold();
  TURNS.defer(() => {
    release();
    takeUp(this);
  });
}

/** Goes on with what has waited for its turn. */
function takeUp(socket: ConversingSocket): void {
  const conversing = socket[CONVERSING]!;
  const chunk = conversing.waiting!;
  conversing.waiting = undefined;
  if (!socket.writable) return; // it was closed meanwhile
  answer(socket, chunk);
  if (conversing.isEnding) end.call(socket);
  else if (!socket.writableNeedDrain) socket.resume();
}

function answer(socket: ConversingSocket, chunk: Buffer): void {
  const { connection, conversation, observer } = socket[CONVERSING]!;
  observer.received?.(chunk);
  try {
    const reply = conversation.receive(chunk);
    // An echo answers with the very bytes that are lent, and the kernel may not take them at once.
    const lent = reply.buffer === chunk.buffer && socket instanceof LendingSocket;
    send(socket, lent ? Buffer.from(reply) : reply, observer);
    if (conversation.failure !== undefined) connection.close(conversation.failure);
  } catch (error) {
    refuse(connection, error);
  }
}

function end(this: ConversingSocket): void {
  const conversing = this[CONVERSING]!;
  const { connection, conversation, observer } = conversing;
  conversing.isEnding = true;
  if (conversing.waiting !== undefined) return;
  observer.ended?.();
  try {
    send(this, conversation.end(), observer);
    finish(this);
  } catch (error) {
    refuse(connection, error);
  }
}

/**
 * Ends the conversation. Once the peer's FIN has come and the kernel has all that was written, to
 * close says the same on the wire as to shut down first, for one system call less and no callback.
 */
function finish(socket: Socket): void {
  if (socket instanceof LendingSocket && socket.writableLength === 0) socket.destroy();
  else socket.end();
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
