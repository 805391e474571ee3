import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { codeOf } from '@praktikum/protocol';
import { dismiss } from '../../shared/dismiss.ts';
import type { Linked } from '../../shared/linked-set.ts';
import { handshakeFailure, type HandshakeFailure } from './handshake-failure.ts';

/** Told what became of one handshake: `secured`, or `failed` and then `closed`. */
export interface HandshakeActions {
  /** From here on the client speaks through this socket and no other. */
  secured(socket: TLSSocket): void;
  failed(failure: HandshakeFailure): void;
  /** After `failed`: the socket has gone. */
  closed(): void;
}

/** First byte of every TLS connection: the content type "handshake" (RFC 8446 section 5.1). */
const HANDSHAKE_RECORD = 0x16;

export interface HandshakeSteps extends HandshakeActions {
  /** It is no longer unfinished. */
  over(): void;
  /** The client speaks TLS: the rest is for Node's server. */
  start(): void;
}

/** One client on its way from the accept to the end of its handshake. */
export class Handshake implements Linked<Handshake> {
  previous: Handshake | undefined;
  next: Handshake | undefined;
  /** Whether it is one of those that have TLS state (see HandshakeTurns). */
  hasTurn = false;
  /** When it was begun, in checks (see HandshakeCrowd). */
  joinedAt = 0;
  readonly socket: Socket;
  readonly #lingerMs: number;
  readonly #steps: HandshakeSteps;
  #state: 'unfinished' | 'secured' | 'failed' = 'unfinished';
  #timer: NodeJS.Timeout | undefined;
  #hurried = false;

  constructor(socket: Socket, lingerMs: number, steps: HandshakeSteps) {
    this.socket = socket;
    this.#lingerMs = lingerMs;
    this.#steps = steps;
  }

  get isUnfinished(): boolean {
    return this.#state === 'unfinished';
  }

  begin(deadlineMs: number): void {
    this.#setDeadline(deadlineMs);
    this.socket.on('error', this.#errored).once('end', this.#left).once('close', this.#closed);
    this.socket.on('readable', this.#readFirst);
  }

  hurry(deadlineMs: number): void {
    this.#hurried = true;
    this.#setDeadline(deadlineMs);
  }

  secured(tlsSocket: TLSSocket): void {
    if (!this.#finish('secured')) return;
    this.socket.off('close', this.#closed);
    tlsSocket.allowHalfOpen = true;
    this.#steps.secured(tlsSocket);
  }

  failed(error: Error, tlsSocket: TLSSocket): void {
    // The verdict on a client's certificate is in the socket; the error is only that it was closed.
    const verdict: unknown = tlsSocket.authorizationError;
    if (codeOf(error) === 'ECONNRESET' && verdict) {
      this.end({ reason: 'client-certificate', code: String(verdict) });
    } else {
      this.end(handshakeFailure(error));
    }
  }

  /** Ends it for a reason, which is told once. */
  end(failure: HandshakeFailure): void {
    if (!this.#finish('failed')) return;
    this.#steps.failed(failure);
    if (failure.reason === 'plain-text') dismiss(this.socket, this.#lingerMs);
    else this.#endSoon();
  }

  /** Once the alert that says why has left, and at the latest when the time is over. */
  #endSoon(): void {
    this.#timer = setTimeout(() => this.socket.destroy(), this.#lingerMs);
    this.socket.destroySoon();
  }

  destroy(): void {
    this.end({ reason: 'closing', code: 'ERR_TLS_HANDSHAKE_TIMEOUT' });
    this.socket.destroy();
  }

  /** @returns whether it was unfinished until now */
  #finish(state: 'secured' | 'failed'): boolean {
    if (this.#state !== 'unfinished') return false;
    this.#state = state;
    clearTimeout(this.#timer);
    this.socket.off('readable', this.#readFirst).off('end', this.#left);
    this.#steps.over();
    return true;
  }

  #setDeadline(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const reason = this.#hurried ? 'closing' : 'timeout';
      this.end({ reason, code: 'ERR_TLS_HANDSHAKE_TIMEOUT' });
    }, ms);
  }

  readonly #readFirst = (): void => {
    const first = this.socket.read() as Buffer | null;
    if (first === null) return; // the end: 'end' says so too
    this.socket.off('readable', this.#readFirst).off('end', this.#left);
    if (first[0] !== HANDSHAKE_RECORD) {
      return this.end({ reason: 'plain-text', code: 'ERR_TLS_PLAIN_TEXT' });
    }
    this.socket.unshift(first); // Node's TLS takes what has been read already
    // Who ends its side before the handshake is over has gone; half-close comes after it.
    this.socket.allowHalfOpen = false;
    this.#steps.start();
  };

  readonly #left = (): void => this.end({ reason: 'left', code: 'ECONNRESET' });

  readonly #errored = (error: Error): void => this.end(handshakeFailure(error));

  /** Node's TLS says why only after the socket has closed. */
  readonly #closed = (): void => {
    setImmediate(() => {
      this.end({ reason: 'left', code: 'ECONNRESET' });
      clearTimeout(this.#timer);
      this.#steps.closed();
    });
  };
}
