/** The middle of several measurements, and how far they lie apart. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** @throws RangeError for no values */
export function spreadOf(values: Iterable<number>): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const last = sorted.length - 1;
  if (last < 0) throw new RangeError('no values');
  const median = (sorted[Math.floor(last / 2)]! + sorted[Math.ceil(last / 2)]!) / 2;
  return { median, min: sorted[0]!, max: sorted[last]! };
}

/** Three digits are as many as such measurements are good for. */
export function threeDigits(value: number): number {
  return Number(value.toPrecision(3));
}

/**
 * One figure beside another, round by round: what the machine did in a round it did to both.
 * @returns undefined when no round has both
 */
export function ratioOf(
  numerators: ReadonlyMap<number, number>,
  denominators: ReadonlyMap<number, number>,
): Spread | undefined {
  const ratios = [...numerators].flatMap(([round, value]) => {
    const denominator = denominators.get(round);
    return denominator === undefined || denominator <= 0 ? [] : [value / denominator];
  });
  return ratios.length === 0 ? undefined : spreadOf(ratios);
}
