import type { Socket } from 'node:net';
import { codeOf, type CodedError, type Endpoint } from '@praktikum/protocol';
import type { ClosedConnection, CloseReason } from '../shared/closed-connection.ts';
import type { Connection, ConnectionHandler } from './connection.ts';
import type { ClientToServe } from './connection-set.ts';
import { plainAddress } from '../shared/client.ts';
import type { Linked } from '../shared/linked-set.ts';
import { dismiss } from '../shared/dismiss.ts';
import { hasPeer, unsentBytes } from '../shared/socket-handle.ts';
import type { TlsDetails } from './tls/tls-details.ts';

/** What all connections of a listener in a thread have in common. */
export interface Surroundings {
  readonly listener: string;
  readonly lingerMs: number;
  readonly socketHandles: boolean;
  readonly draining: AbortSignal;
  closed(served: ServedConnection): void;
}

/**
 * By its socket, so that the listeners are the same functions for all: a closure each costs memory. Not
 * in a WeakMap: V8's scavenger takes the values of one for alive, and each refers to its key, so that
 * every connection would stay until the next full collection.
 */
const SERVED = Symbol('served');

type ServedSocket = Socket & { [SERVED]?: ServedConnection };

/** One connection on the serving side: its holds, its silence, and how it ended. */
export class ServedConnection implements Connection, Linked<ServedConnection> {
  previous: ServedConnection | undefined;
  next: ServedConnection | undefined;
  readonly id: number;
  readonly socket: Socket;
  readonly remote: Endpoint;
  readonly tls?: TlsDetails;
  goodbye: (() => Uint8Array | undefined) | undefined = undefined;
  readonly #surroundings: Surroundings;
  /** Below TLS; the same as `socket` without it. */
  readonly #transport: Socket;
  #reason: CloseReason | undefined;
  #code: string | undefined;
  #holds = 0;
  /** Bytes that have passed, and since when it is so many. */
  #passed = 0;
  #passedAt = wholeNow();
  /** Whether the last look found it silent for too long. */
  #isSuspect = false;

  constructor(
    { id, socket, remote }: ClientToServe,
    surroundings: Surroundings,
    transport: Socket,
    tls: TlsDetails | undefined,
  ) {
    this.id = id;
    this.socket = socket;
    this.remote = remote;
    if (tls !== undefined) this.tls = tls;
    this.#surroundings = surroundings;
    this.#transport = transport;
    (socket as ServedSocket)[SERVED] = this;
    socket.on('error', ServedConnection.#onError).on('close', ServedConnection.#onClose);
  }

  static #onError(this: ServedSocket, error: Error): void {
    const served = this[SERVED];
    // Node closes a plain socket itself. A TLS socket it leaves open, whatever is wrong with it.
    if (served !== undefined) served.#close('error', codeOf(error));
  }

  static #onClose(this: ServedSocket): void {
    const served = this[SERVED];
    if (served !== undefined) served.#surroundings.closed(served);
  }

  get local(): Endpoint {
    const { localAddress = '', localPort = 0 } = this.socket;
    return { host: plainAddress(localAddress), port: localPort };
  }

  get listener(): string {
    return this.#surroundings.listener;
  }

  get draining(): AbortSignal {
    return this.#surroundings.draining;
  }

  open(handler: ConnectionHandler): void {
    const failed = (error: unknown) => this.destroy('error', codeOf(error));
    try {
      handler.open(this)?.catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  hold(): () => void {
    this.#holds += 1;
    let released = false;
    return () => {
      if (!released) this.#holds -= 1;
      released = true;
    };
  }

  close(error?: CodedError): void {
    this.#close(error === undefined ? 'end' : 'error', error?.code);
  }

  /** From now on its silence counts anew. */
  restartSilence(): void {
    this.#passedAt = wholeNow();
    this.#isSuspect = false;
  }

  /**
   * Closes it when nothing has passed for so long and no answer is being worked out. A client that
   * does not take what is written for it is idle too, whatever is held; a drain leaves it to the deadline.
   */
  closeIfSilent(silentMs: number, reason: 'idle' | 'drained'): void {
    if (this.#reason !== undefined) return;
    const now = wholeNow();
    const passed = this.#bytesPassed();
    const isUnsent = this.socket.writableLength > 0;
    if (isUnsent && this.#isLost()) return this.destroy('error', 'ECONNRESET');
    const isBusy = isUnsent ? reason === 'drained' : this.#holds > 0;
    if (passed !== this.#passed || isBusy) {
      this.#passed = passed;
      this.#passedAt = now;
      this.#isSuspect = false;
    } else if (now - this.#passedAt >= silentMs) {
      // One that was let in before a long piece of work was never asked for what it has sent. Between two
      // looks it is.
      if (this.#isSuspect) this.#closeSilent(reason);
      this.#isSuspect = true;
    }
  }

  #closeSilent(reason: 'idle' | 'drained'): void {
    const last = reason === 'drained' ? this.goodbye?.() : undefined;
    if (last !== undefined && this.socket.writable) this.socket.write(last);
    this.#close(reason);
  }

  #isLost(): boolean {
    return this.#surroundings.socketHandles && !hasPeer(this.#transport);
  }

  destroy(reason: CloseReason, code?: string): void {
    this.#ended(reason, code);
    this.socket.destroy();
    this.#transport.destroy();
  }

  closed(): ClosedConnection {
    const { bytesRead, bytesWritten } = this.socket;
    const code = this.#code === undefined ? {} : { code: this.#code };
    return { reason: this.#reason ?? 'end', ...code, bytesRead, bytesWritten };
  }

  /** Grows with every byte that is read or that the kernel takes; what waits to be sent has not passed. */
  #bytesPassed(): number {
    const { bytesRead, bytesWritten, writableLength } = this.socket;
    const isAsked = writableLength > 0 && this.#surroundings.socketHandles;
    const unsent = isAsked ? unsentBytes(this.#transport) : 0;
    return bytesRead + bytesWritten - writableLength - unsent;
  }

  #close(reason: CloseReason, code?: string): void {
    if (this.#reason !== undefined) return; // it is being closed, or lost, already
    this.#ended(reason, code);
    if (!this.socket.destroyed) dismiss(this.socket, this.#surroundings.lingerMs, this.#transport);
  }

  #ended(reason: CloseReason, code?: string): void {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    this.#code = code;
  }
}

/** Whole milliseconds: V8 gives any other number an object of its own. */
function wholeNow(): number {
  return Math.round(performance.now());
}
