import type { Socket } from 'node:net';
import type { Connection } from './connection.ts';
import { LendingSocket } from '../shared/lending-socket.ts';
import { Turns } from './turns.ts';

/** One for all connections of the thread. */
const TURNS = new Turns();

/** By its socket, as a connection is (see ServedConnection). */
const READER = Symbol('reader');

type ReadSocket = Socket & { [READER]?: FairReader };

/**
 * Reads a connection for whoever speaks there. Reading stops while the client does not take what is written
 * for it, so memory stays bounded. It stops too while what was read (64 KiB at most) waits for its turn
 * behind the work for other clients.
 */
export abstract class FairReader {
  readonly connection: Connection;
  /** What was read and waits for its turn. */
  #waiting: Buffer | undefined;
  /** The client's end has come while that waited, or while an answer is worked out. */
  #isEnding = false;
  #isPaused = false;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  get socket(): Socket {
    return this.connection.socket;
  }

  /** Takes what was read. The bytes are only lent. */
  protected abstract take(chunk: Buffer): void;

  /** The client has sent all it will send. */
  protected abstract ended(): void;

  /** Begins to read. */
  start(): void {
    const socket: ReadSocket = this.socket;
    socket[READER] = this;
    socket.on('drain', resume).on('end', end);
    if (socket instanceof LendingSocket) socket.lendTo(receive);
    else socket.on('data', receive);
  }

  /** Reads nothing until {@link goOn}: an answer is being worked out. */
  protected pause(): void {
    this.#isPaused = true;
    this.socket.pause();
  }

  protected goOn(): void {
    this.#isPaused = false;
    if (this.#isEnding) this.finish();
    else if (!this.socket.writableNeedDrain) this.#resume(); // otherwise 'drain' does it
  }

  /** Something has been read. */
  received(chunk: Buffer): void {
    if (!TURNS.isOver) return this.take(chunk);
    this.socket.pause();
    this.#waiting = Buffer.from(chunk); // it may be lent
    const release = this.connection.hold();
    TURNS.defer(() => {
      release();
      this.#takeUp();
    });
  }

  /** Goes on with what has waited for its turn. */
  #takeUp(): void {
    const chunk = this.#waiting!;
    this.#waiting = undefined;
    if (!this.socket.writable) return; // it was closed meanwhile
    this.take(chunk);
    if (this.#isEnding) this.finish();
    else if (!this.socket.writableNeedDrain) this.#resume();
  }

  /** The client has taken what was written. */
  writable(): void {
    if (this.#waiting === undefined) this.#resume();
  }

  #resume(): void {
    if (!this.#isPaused) this.socket.resume();
  }

  /** The client has sent all it will send: told once all of it has been taken. */
  finish(): void {
    this.#isEnding = true;
    if (this.#waiting === undefined && !this.#isPaused) this.ended();
  }
}

function receive(this: ReadSocket, chunk: Buffer): void {
  this[READER]!.received(chunk);
}

function resume(this: ReadSocket): void {
  this[READER]!.writable();
}

function end(this: ReadSocket): void {
  this[READER]!.finish();
}
