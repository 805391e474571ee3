/**
 * Frames and numbers that one sentence names; the rest is counted.
 * @unit numbers
 * @against a sentence that nobody reads
 * @provenBy ./listed.spec.ts: names so many numbers and counts the rest
 */
export const MOST_NAMED = 12;

/** `3, 7, 9`, or `3, 7, … (+88)` where there are many. */
export function listed(numbers: readonly number[], mark = ''): string {
  const named = numbers.slice(0, MOST_NAMED).map((number) => `${mark}${number}`);
  const more = numbers.length - named.length;
  return more > 0 ? `${named.join(', ')}, … (+${more})` : named.join(', ');
}
