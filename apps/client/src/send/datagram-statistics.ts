/** How a reply to a numbered datagram came. */
export type Arrival = 'first' | 'duplicate' | 'reordered' | 'foreign';

export interface RoundTrip {
  readonly min: number;
  readonly average: number;
  readonly max: number;
  readonly deviation: number;
}

/** Keeps account of numbered datagrams: which came back, how often, in which order, how fast. */
export class DatagramStatistics {
  readonly #sentAt = new Map<number, number>();
  readonly #answered = new Set<number>();
  readonly #roundTrips: number[] = [];
  #highest = 0;
  duplicates = 0;
  reordered = 0;
  /** Replies without a number that was sent: they are somebody else's, or the server's own words. */
  foreign = 0;

  /** @param at milliseconds of a clock that never goes back */
  sent(number: number, at: number): void {
    this.#sentAt.set(number, at);
  }

  /** @returns how it came, and its time there and back in milliseconds unless it is foreign */
  received(number: number | undefined, at: number): { arrival: Arrival; ms: number } {
    const sentAt = number === undefined ? undefined : this.#sentAt.get(number);
    if (number === undefined || sentAt === undefined) {
      this.foreign += 1;
      return { arrival: 'foreign', ms: 0 };
    }
    const ms = at - sentAt;
    if (this.#answered.has(number)) {
      this.duplicates += 1;
      return { arrival: 'duplicate', ms };
    }
    this.#answered.add(number);
    this.#roundTrips.push(ms);
    if (number < this.#highest) {
      this.reordered += 1;
      return { arrival: 'reordered', ms };
    }
    this.#highest = number;
    return { arrival: 'first', ms };
  }

  get sentCount(): number {
    return this.#sentAt.size;
  }

  get answeredCount(): number {
    return this.#answered.size;
  }

  get lostCount(): number {
    return this.sentCount - this.answeredCount;
  }

  /** Undefined while nothing was answered. */
  get roundTrip(): RoundTrip | undefined {
    const times = this.#roundTrips;
    if (times.length === 0) return undefined;
    const average = times.reduce((sum, ms) => sum + ms, 0) / times.length;
    const variance = times.reduce((sum, ms) => sum + (ms - average) ** 2, 0) / times.length;
    return {
      min: times.reduce((least, ms) => Math.min(least, ms)),
      average,
      max: times.reduce((most, ms) => Math.max(most, ms)),
      deviation: Math.sqrt(variance),
    };
  }
}
