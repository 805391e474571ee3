import type { Limits } from '../../shared/limits.ts';
import type { LinkedSet } from '../../shared/linked-set.ts';
import type { Handshake } from './handshake.ts';

/** In the time of a handshake, while there are too many of them. */
const CHECKS = 100;

/**
 * Keeps those who begin a handshake and leave it from taking the places of others: while there are too
 * many unfinished ones, the oldest have half the time of a handshake. It is told by checks, each in a turn
 * of its own of the event loop: a thread that has a crowd to serve comes back to a client late, and
 * that is not the client's fault.
 */
export class HandshakeCrowd {
  readonly #unfinished: LinkedSet<Handshake>;
  readonly #most: number;
  readonly #everyMs: number;
  #timer: NodeJS.Timeout | undefined;
  #checks = 0;

  constructor(
    unfinished: LinkedSet<Handshake>,
    { maxHandshakes, handshakeTimeoutMs }: Pick<Limits, 'maxHandshakes' | 'handshakeTimeoutMs'>,
  ) {
    this.#unfinished = unfinished;
    this.#most = maxHandshakes;
    this.#everyMs = Math.max(1, Math.floor(handshakeTimeoutMs / CHECKS));
  }

  /** One more has begun. */
  joined(handshake: Handshake): void {
    handshake.joinedAt = this.#checks;
    if (this.#unfinished.size > this.#most) {
      this.#timer ??= setInterval(() => this.#check(), this.#everyMs).unref();
    }
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #check(): void {
    this.#checks += 1;
    for (const handshake of this.#unfinished) {
      if (this.#unfinished.size <= this.#most) return this.stop();
      if (this.#checks - handshake.joinedAt < CHECKS / 2) return;
      handshake.end({ reason: 'overload', code: 'ERR_TLS_HANDSHAKE_LIMIT' });
    }
  }
}
