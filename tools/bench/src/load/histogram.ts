const SUB_BITS = 7;
const SUB_COUNT = 2 ** SUB_BITS;

/** Durations counted in buckets of at most 0.8 % width, whatever their size: no sample is kept. */
export class Histogram {
  readonly #counts = new Map<number, number>();
  #total = 0;
  max = 0;

  /** @param value 0 or more, in whatever unit */
  record(value: number): void {
    const whole = Math.floor(value);
    const bucket = bucketOf(whole);
    this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + 1);
    this.#total += 1;
    this.max = Math.max(this.max, whole);
  }

  /** The value that so large a part of all values lies below; 0 without values. */
  quantile(part: number): number {
    const wanted = Math.floor(part * this.#total);
    let seen = 0;
    for (const bucket of [...this.#counts.keys()].sort((a, b) => a - b)) {
      seen += this.#counts.get(bucket)!;
      if (seen > wanted) return Math.min(valueOf(bucket), this.max);
    }
    return this.max;
  }
}

function bucketOf(value: number): number {
  if (value < SUB_COUNT) return value;
  const shift = Math.floor(Math.log2(value)) - SUB_BITS;
  return (shift + 1) * SUB_COUNT + Math.floor(value / 2 ** shift) - SUB_COUNT;
}

/** The middle of a bucket. */
function valueOf(bucket: number): number {
  if (bucket < SUB_COUNT) return bucket;
  const shift = Math.floor(bucket / SUB_COUNT) - 1;
  return ((bucket % SUB_COUNT) + SUB_COUNT + 0.5) * 2 ** shift;
}
