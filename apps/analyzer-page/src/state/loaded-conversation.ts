import {
  LadderLayout,
  type ReportConversation,
  type ReportSegment,
  unpackSegment,
} from '@praktikum/capture-report';

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
