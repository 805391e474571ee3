import { isAfter, isAtOrAfter } from './sequence.ts';

/** A segment that was sent and waits for its acknowledgement. */
export interface SentSegment {
  readonly frame: number;
  /** First byte that is not acknowledged yet. */
  sequence: number;
  /** The number behind its last byte; SYN and FIN count one. */
  readonly next: number;
  readonly seconds: number;
  readonly nanoseconds: number;
}

/** When the list has a dead part longer than this, it is cut off. */
const COMPACT_AT = 64;
/** How many of the last segments are looked through when they do not lie in order. */
const SEARCHED = 256;

/**
 * The segments of one direction that were captured and not acknowledged. Nearly always they lie in
 * order, and an acknowledgement takes from the front; only after a retransmission all are looked at.
 */
export class UnacknowledgedSegments {
  readonly #limit: number;
  #segments: SentSegment[] = [];
  #head = 0;
  #inOrder = true;
  /** Smallest and largest number in the list as signed ones, kept so that bytes in flight cost nothing. */
  #lowest = 0;
  #highest = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#segments.length - this.#head;
  }

  /** Bytes between the first and the last number that wait. */
  get bytes(): number {
    return this.size === 0 ? 0 : (this.#highest - this.#lowest) >>> 0;
  }

  /**
   * Adds a segment, unless the list is full. What is needed of it is copied.
   * @param next the number behind its last byte; SYN and FIN count one
   */
  add(segment: Readonly<Omit<SentSegment, 'next'>>, next: number): void {
    if (this.size >= this.#limit) return;
    const { frame, sequence, seconds, nanoseconds } = segment;
    this.#append({ frame, sequence, next, seconds, nanoseconds });
  }

  /**
   * Takes out what `acknowledgement` covers.
   * @returns the oldest segment that ends exactly there; from it a round-trip time follows
   */
  acknowledge(acknowledgement: number): SentSegment | undefined {
    if (this.size === 0 || !isAfter(acknowledgement, this.#lowest)) return undefined;
    return this.#inOrder ? this.#takeFront(acknowledgement) : this.#takeAnywhere(acknowledgement);
  }

  /** A waiting segment that begins at `sequence`; the oldest, among the last ones when out of order. */
  find(sequence: number): SentSegment | undefined {
    if (this.#inOrder) return this.#findInOrder(sequence);
    const from = Math.max(this.#head, this.#segments.length - SEARCHED);
    return this.#segments.slice(from).find((segment) => segment.sequence === sequence);
  }

  #append(segment: SentSegment): void {
    if (this.size === 0) {
      this.#lowest = segment.sequence | 0;
      this.#highest = segment.next | 0;
      this.#inOrder = true;
    } else {
      if (!isAtOrAfter(segment.sequence, this.#highest)) this.#inOrder = false;
      if (isAfter(this.#lowest, segment.sequence)) this.#lowest = segment.sequence | 0;
      if (isAfter(segment.next, this.#highest)) this.#highest = segment.next | 0;
    }
    this.#segments.push(segment);
  }

  #findInOrder(sequence: number): SentSegment | undefined {
    let low = this.#head;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isAtOrAfter(this.#segments[middle]!.sequence, sequence)) high = middle;
      else low = middle + 1;
    }
    const found = this.#segments[low];
    return found?.sequence === sequence ? found : undefined;
  }

  #takeFront(acknowledgement: number): SentSegment | undefined {
    let exact: SentSegment | undefined;
    while (this.#head < this.#segments.length) {
      const segment = this.#segments[this.#head]!;
      if (!isAtOrAfter(acknowledgement, segment.next)) {
        if (isAfter(acknowledgement, segment.sequence)) segment.sequence = acknowledgement;
        this.#lowest = segment.sequence | 0;
        break;
      }
      if (segment.next === acknowledgement) exact = segment;
      this.#head += 1;
    }
    this.#compact();
    return exact;
  }

  #takeAnywhere(acknowledgement: number): SentSegment | undefined {
    let exact: SentSegment | undefined;
    const left: SentSegment[] = [];
    for (let index = this.#head; index < this.#segments.length; index += 1) {
      const segment = this.#segments[index]!;
      if (isAtOrAfter(acknowledgement, segment.next)) {
        if (segment.next === acknowledgement) exact ??= segment;
        continue;
      }
      if (isAfter(acknowledgement, segment.sequence)) segment.sequence = acknowledgement;
      left.push(segment);
    }
    this.#segments = [];
    this.#head = 0;
    for (const segment of left) this.#append(segment);
    return exact;
  }

  #compact(): void {
    if (this.#head === this.#segments.length) {
      this.#segments.length = 0;
      this.#head = 0;
    } else if (this.#head > COMPACT_AT) {
      this.#segments.splice(0, this.#head);
      this.#head = 0;
    }
  }
}
