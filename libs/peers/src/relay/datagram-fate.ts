import { Random } from '../random.ts';

/** What a network does to datagrams. */
export interface DatagramNetwork {
  /** Share of the datagrams that it loses, 0 to 1. Default: 0. */
  readonly loss?: number;
  /** Share that it delivers twice, 0 to 1. Default: 0. */
  readonly duplicate?: number;
  /** Share that it holds back until the next of the same direction has passed, 0 to 1. Default: 0. */
  readonly reorder?: number;
  /** How long each is on its way, in milliseconds. Default: 0. */
  readonly delayMs?: number;
  /** How much longer or shorter that may be, in milliseconds; never below 0 together. Default: 0. */
  readonly jitterMs?: number;
  /** The same seed makes the same decisions, in the order in which the datagrams of a client come. Default: 1. */
  readonly seed?: number;
}

/** What becomes of one datagram. */
export interface DatagramFate {
  readonly lost: boolean;
  /** Delivered a second time, at once. */
  readonly duplicated: boolean;
  /** Waits for the next one. That it then comes out of order is likely, not sure. */
  readonly heldBack: boolean;
  readonly delayMs: number;
}

/**
 * The fates of the datagrams of one direction, one after the other. Each takes the same number of random
 * values, whatever is asked for: with more loss, those that were lost before are lost still.
 */
export class DatagramFates {
  readonly #network: Required<DatagramNetwork>;
  readonly #random: Random;

  /** @param stream tells the directions and clients of one seed apart */
  constructor(network: DatagramNetwork, stream: number) {
    const { loss = 0, duplicate = 0, reorder = 0, delayMs = 0, jitterMs = 0, seed = 1 } = network;
    this.#network = { loss, duplicate, reorder, delayMs, jitterMs, seed };
    this.#random = new Random(new Random(seed).between(0, 2 ** 31) ^ Math.imul(stream, 0x9e3779b1));
  }

  next(): DatagramFate {
    const { loss, duplicate, reorder, delayMs, jitterMs } = this.#network;
    const lost = this.#random.next() < loss;
    const duplicated = this.#random.next() < duplicate && !lost;
    const heldBack = this.#random.next() < reorder && !lost;
    const deviation = (2 * this.#random.next() - 1) * jitterMs;
    return { lost, duplicated, heldBack, delayMs: Math.max(0, delayMs + deviation) };
  }
}
