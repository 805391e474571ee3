/** What a report shows of one segment or datagram. Times are nanoseconds. */
export interface ReportSegment {
  readonly frame: number;
  /** Since the connection's first segment. */
  readonly at: number;
  readonly fromClient: boolean;
  /** What stands on its arrow where it is no segment of TCP: `UDP Len=5`; otherwise empty. */
  readonly said: string;
  /** Of TCP, as all that follows up to the labels; of UDP 0. */
  readonly flags: number;
  /** Relative numbers. */
  readonly sequence: number;
  readonly acknowledgement: number;
  readonly length: number;
  /** In bytes, its scale applied where it is known. */
  readonly window: number;
  readonly labels: readonly string[];
  /** Labels that Wireshark gives and this program does not. */
  readonly otherLabels: readonly string[];
  /**
   * Of an ACK that ends exactly at a segment, and of an answer to a datagram: the frame of that, and the time
   * since; 0 and -1 if none.
   */
  readonly acknowledgedFrame: number;
  readonly roundTrip: number;
  /** -1 when not known. */
  readonly bytesInFlight: number;
  /** Frame that this one repeats; 0 when none, or not captured. */
  readonly originalFrame: number;
  readonly clientState: string;
  readonly serverState: string;
  /** Whether one of the states is not what it was before. */
  readonly statesChanged: boolean;
  /** `valid`, `offloaded`, `wrong` or `unknown`. */
  readonly checksum: string;
  /** How its payload begins, in quotation marks; empty without payload. */
  readonly text: string;
  /** Headers and the first bytes of the payload, base64. */
  readonly ipHeader: string;
  readonly transportHeader: string;
  readonly payload: string;
}

/** The numbers and texts of a segment in a fixed order: half as long as with names. */
export type SegmentRow = readonly (number | string)[];

/** Texts that many segments share, each kept once. */
export type SharedTexts = readonly string[];

/** Packs segments for a report file. */
export function packSegments(segments: readonly ReportSegment[]): {
  readonly rows: readonly SegmentRow[];
  readonly shared: SharedTexts;
} {
  const places = new Map<string, number>();
  const share = (text: string) => {
    if (!places.has(text)) places.set(text, places.size);
    return places.get(text)!;
  };
  const rows = segments.map((segment) => [
    segment.frame,
    segment.at,
    (segment.fromClient ? 1 : 0) | (segment.statesChanged ? 2 : 0),
    segment.flags,
    segment.sequence,
    segment.acknowledgement,
    segment.length,
    segment.window,
    share(segment.labels.join(' ')),
    share(segment.otherLabels.join(' ')),
    segment.acknowledgedFrame,
    segment.roundTrip,
    segment.bytesInFlight,
    segment.originalFrame,
    share(segment.clientState),
    share(segment.serverState),
    share(segment.checksum),
    segment.text,
    segment.ipHeader,
    segment.transportHeader,
    segment.payload,
    share(segment.said),
  ]);
  return { rows, shared: [...places.keys()] };
}

/** The segment that a row holds. */
export function unpackSegment(row: SegmentRow, shared: SharedTexts): ReportSegment {
  const number = (place: number) => Number(row[place]);
  const text = (place: number) => String(row[place]);
  const common = (place: number) => shared[number(place)] ?? '';
  const list = (place: number) => common(place).split(' ').filter(Boolean);
  return {
    frame: number(0),
    at: number(1),
    fromClient: (number(2) & 1) !== 0,
    statesChanged: (number(2) & 2) !== 0,
    flags: number(3),
    sequence: number(4),
    acknowledgement: number(5),
    length: number(6),
    window: number(7),
    labels: list(8),
    otherLabels: list(9),
    acknowledgedFrame: number(10),
    roundTrip: number(11),
    bytesInFlight: number(12),
    originalFrame: number(13),
    clientState: common(14),
    serverState: common(15),
    checksum: common(16),
    text: text(17),
    ipHeader: text(18),
    transportHeader: text(19),
    payload: text(20),
    said: common(21),
  };
}
