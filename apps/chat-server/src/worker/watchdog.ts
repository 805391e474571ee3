import type { Peer } from './peer.ts';

/**
 * How long a client may be silent before it is asked for a sign of life; shorter than the minute after which
 * proxies give up an idle connection.
 * @unit ms
 * @against connections that have died without a word, and keep their nicks
 * @provenBy ./watchdog.spec.ts: asks a silent client, and gives it up when nothing comes
 */
const PING_AFTER_MS = 45_000;

/**
 * How long it may take to answer that.
 * @unit ms
 * @against the same
 * @provenBy ./watchdog.spec.ts: asks a silent client, and gives it up when nothing comes
 */
const PING_TIMEOUT_MS = 45_000;

/**
 * How long a client may take to register.
 * @unit ms
 * @against connections that say nothing and take places
 * @provenBy ./watchdog.spec.ts: gives up who does not register in time
 */
const REGISTRATION_TIMEOUT_MS = 60_000;

/** How often all clients are looked at. */
const EVERY_MS = 1000;

/** What is to be done with a client. */
export interface WatchActions {
  /** Ask it for a sign of life. */
  ping(peer: Peer): void;
  /** It is given up, and watched no more; the reason is what it and others are told. */
  giveUp(peer: Peer, reason: string): void;
}

/** Looks after the clients of a worker that say nothing, with one timer for all. */
export class Watchdog {
  readonly #peers: ReadonlyMap<number, Peer>;
  readonly #actions: WatchActions;
  readonly #timer: NodeJS.Timeout;

  constructor(peers: ReadonlyMap<number, Peer>, actions: WatchActions) {
    this.#peers = peers;
    this.#actions = actions;
    this.#timer = setInterval(() => this.look(performance.now()), EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** @param now in milliseconds of `performance.now()` */
  look(now: number): void {
    for (const peer of this.#peers.values()) {
      if (!peer.isRegistered) {
        if (now - peer.openedAt >= REGISTRATION_TIMEOUT_MS) {
          this.#actions.giveUp(peer, 'Registration timed out');
        }
      } else if (peer.pingedAt !== undefined) {
        if (now - peer.pingedAt >= PING_TIMEOUT_MS) {
          this.#actions.giveUp(peer, `Ping timeout: ${PING_TIMEOUT_MS / 1000} seconds`);
        }
      } else if (now - peer.heardAt >= PING_AFTER_MS) {
        peer.pingedAt = now;
        this.#actions.ping(peer);
      }
    }
  }
}
