import type { ReportSegment } from '../data/report-segment.ts';
import { rungHeight } from './rung.ts';

/** Where each rung of a ladder begins, so that those in view are found without drawing the others. */
export class LadderLayout {
  /** One more than there are rungs: the last one is the height of all. */
  readonly #tops: Float64Array;

  constructor(segments: readonly ReportSegment[]) {
    this.#tops = new Float64Array(segments.length + 1);
    let top = 0;
    segments.forEach((segment, index) => {
      this.#tops[index] = top;
      top += rungHeight(segment);
    });
    this.#tops[segments.length] = top;
  }

  get count(): number {
    return this.#tops.length - 1;
  }

  get height(): number {
    return this.#tops[this.count]!;
  }

  /** Where a rung begins. */
  top(index: number): number {
    return this.#tops[index]!;
  }

  /** The rung at a height; the first or last where there is none. */
  indexAt(height: number): number {
    let [low, high] = [0, Math.max(0, this.count - 1)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#tops[middle]! <= height) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
