import { LadderLayout } from '../ladder/ladder-layout.ts';
import type { ReportConversation } from '../report-data.ts';
import { type ReportSegment, unpackSegment } from '../report-segment.ts';

/** A conversation of the report, unpacked. */
export class LoadedConversation {
  readonly data: ReportConversation;
  readonly segments: readonly ReportSegment[];
  readonly layout: LadderLayout;
  readonly #places: ReadonlyMap<number, number>;

  constructor(data: ReportConversation) {
    this.data = data;
    this.segments = data.rows.map((row) => unpackSegment(row, data.shared));
    this.layout = new LadderLayout(this.segments);
    this.#places = new Map(this.segments.map(({ frame }, index) => [frame, index]));
  }

  /** Place of a frame among the segments; undefined when it is of another conversation. */
  indexOf(frame: number): number | undefined {
    return this.#places.get(frame);
  }
}
