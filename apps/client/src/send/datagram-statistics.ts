/** How a reply to a numbered datagram came. */
export type Arrival = 'first' | 'duplicate' | 'reordered' | 'foreign';

export interface RoundTrip {
  readonly min: number;
  readonly average: number;
  readonly max: number;
  readonly deviation: number;
}

/** One datagram that was sent; times are those that it was recorded with. */
export interface DatagramRecord {
  readonly number: number;
  readonly sentAt: number;
  /** In the order in which they came; none: it was not answered. */
  readonly replies: { readonly at: number; readonly arrival: Arrival }[];
}

/** Keeps account of numbered datagrams: which came back, how often, in which order, how fast. */
export class DatagramStatistics {
  readonly #sent = new Map<number, DatagramRecord>();
  readonly #roundTrips: number[] = [];
  #highest = 0;
  answeredCount = 0;
  duplicates = 0;
  reordered = 0;
  /** Replies without a number that was sent: they are somebody else's, or the server's own words. */
  foreign = 0;

  /** @param at milliseconds of a clock that never goes back */
  sent(number: number, at: number): void {
    this.#sent.set(number, { number, sentAt: at, replies: [] });
  }

  /** @returns how it came, and its time there and back in milliseconds unless it is foreign */
  received(number: number | undefined, at: number): { arrival: Arrival; ms: number } {
    const record = number === undefined ? undefined : this.#sent.get(number);
    if (record === undefined) {
      this.foreign += 1;
      return { arrival: 'foreign', ms: 0 };
    }
    const ms = at - record.sentAt;
    const arrival = this.#arrivalOf(record, ms);
    record.replies.push({ at, arrival });
    return { arrival, ms };
  }

  #arrivalOf({ number, replies }: DatagramRecord, ms: number): Arrival {
    if (replies.length > 0) {
      this.duplicates += 1;
      return 'duplicate';
    }
    this.answeredCount += 1;
    this.#roundTrips.push(ms);
    if (number < this.#highest) {
      this.reordered += 1;
      return 'reordered';
    }
    this.#highest = number;
    return 'first';
  }

  /** What was sent, in that order. */
  get records(): readonly DatagramRecord[] {
    return [...this.#sent.values()];
  }

  get sentCount(): number {
    return this.#sent.size;
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
