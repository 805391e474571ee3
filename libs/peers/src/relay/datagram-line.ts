import type { DatagramFate, DatagramFates } from './datagram-fate.ts';

/**
 * Datagrams that may be on their way at once in one direction; what comes then is lost.
 * @unit datagrams
 * @against memory filled by a flood that is delayed
 * @provenBy ./datagram-relay.spec.ts: loses what is too much, and says so
 */
export const MAX_ON_THE_WAY = 4096;

/**
 * How long one that is held back waits for the next, if none comes.
 * @unit ms
 * @against the last datagram of a run, which nothing would overtake
 * @provenBy ./datagram-relay.spec.ts: lets go of the last one too
 */
const HELD_BACK_MS = 100;

export interface PassedDatagram extends DatagramFate {
  readonly number: number;
  readonly overflow: boolean;
}

/** Where the datagrams of one direction leave the relay. */
export interface DatagramExit {
  /** Called once for each copy, when it is delivered. */
  readonly send: (datagram: Buffer, number: number) => void;
  /** Whether the system takes no more of them at the moment. */
  readonly isFull: () => boolean;
}

/** One direction between a client and the server. */
export class DatagramLine {
  readonly #fates: DatagramFates;
  readonly #exit: DatagramExit;
  readonly #timers = new Set<NodeJS.Timeout>();
  /** Those that wait for the next one. */
  #held: (() => void)[] = [];
  #count = 0;

  constructor(fates: DatagramFates, exit: DatagramExit) {
    this.#fates = fates;
    this.#exit = exit;
  }

  /** Decides about the next datagram, and sends it accordingly. */
  pass(datagram: Buffer): PassedDatagram {
    const number = (this.#count += 1);
    const fate = this.#fates.next();
    const isTooMuch = this.#timers.size >= MAX_ON_THE_WAY || this.#exit.isFull();
    const overflow = !fate.lost && isTooMuch;
    if (fate.lost || overflow) return { number, overflow, ...fate };
    const copy = () => this.#exit.send(datagram, number);
    if (fate.delayMs === 0) this.#deliver(copy, fate);
    else this.#after(fate.delayMs, () => this.#deliver(copy, fate));
    return { number, overflow, ...fate };
  }

  /** What is on its way is lost. @returns how much that is */
  end(): number {
    const onTheWay = this.#timers.size; // each of them has one
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#held = [];
    return onTheWay;
  }

  #deliver(copy: () => void, { heldBack, duplicated }: DatagramFate): void {
    const send = () => {
      copy();
      if (duplicated) copy();
    };
    if (heldBack) return this.#hold(send);
    send();
    const held = this.#held;
    this.#held = [];
    for (const release of held) release();
  }

  #hold(send: () => void): void {
    const release = () => {
      cancel();
      send();
    };
    const cancel = this.#after(HELD_BACK_MS, () => {
      this.#held = this.#held.filter((other) => other !== release);
      send();
    });
    this.#held.push(release);
  }

  #after(ms: number, then: () => void): () => void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      then();
    }, ms);
    this.#timers.add(timer);
    return () => {
      clearTimeout(timer);
      this.#timers.delete(timer);
    };
  }
}
