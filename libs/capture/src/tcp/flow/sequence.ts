/*
 * Sequence numbers are compared modulo 2^32 (RFC 9293, section 3.4): a number is after another one when
 * it lies less than 2^31 ahead, so that counting goes on over 4,294,967,295 -> 0.
 */

/** Whether `one` lies behind `other` in the stream. */
export function isAfter(one: number, other: number): boolean {
  return ((one - other) | 0) > 0;
}

/** Whether `one` lies behind `other` or is the same. */
export function isAtOrAfter(one: number, other: number): boolean {
  return ((one - other) | 0) >= 0;
}

/** `sequence` moved on by `count` bytes. */
export function advance(sequence: number, count: number): number {
  return (sequence + count) >>> 0;
}

/** Bytes from `from` to `to`; large when `to` lies before. */
export function distance(from: number, to: number): number {
  return (to - from) >>> 0;
}
