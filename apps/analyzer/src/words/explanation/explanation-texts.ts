type ResetCause = 'refused' | 'half-open' | 'unread-data' | 'aborted';
type Say = (...values: string[]) => string;

/** What the explanation of a capture says. */
export interface ExplanationTexts {
  readonly table: {
    readonly more: Say;
    readonly columns: readonly [
      no: string,
      ends: string,
      frames: string,
      sent: string,
      got: string,
    ];
  };
  readonly ladder: {
    readonly title: Say;
    readonly columns: string;
    readonly hidden: (count: number) => string;
    readonly leftOut: (count: number) => string;
  };
  readonly handshake: {
    readonly missing: Say;
    readonly syn: Say;
    readonly noSyn: string;
    readonly synData: Say;
    readonly retried: Say;
    readonly crossed: Say;
    readonly crossedAcks: Say;
    readonly repeated: Say;
    readonly synAck: Say;
    readonly synAckData: Say;
    readonly unfit: Say;
    readonly noSynAck: string;
    readonly synAckNotCaptured: Say;
    readonly refused: Say;
    readonly ack: Say;
    readonly noAck: string;
    readonly roundTrip: Say;
    readonly options: readonly [title: string, client: string, server: string, result: string];
    readonly mss: Say;
    readonly scale: Say;
    readonly noScale: string;
    readonly sack: string;
    readonly timestamps: string;
    readonly unused: string;
    readonly yes: string;
    readonly notOffered: string;
  };
  readonly exchange: {
    readonly said: Say;
    readonly answered: Say;
    readonly answeredBack: string;
    readonly urgent: Say;
    readonly missing: Say;
    readonly hidden: Say;
  };
  readonly close: {
    readonly open: string;
    readonly first: Say;
    readonly fins: Say;
    readonly unclear: string;
    readonly second: Say;
    readonly fin: Say;
    readonly four: Say;
    readonly three: Say;
    readonly simultaneous: Say;
    readonly notCaptured: string;
    readonly half: Say;
    readonly timeWait: Say;
    readonly reset: Say;
    readonly likely: string;
    readonly causes: Record<ResetCause, string>;
    /** What speaks for a cause that is only likely, or what looks the same. */
    readonly doubts: Record<ResetCause, string>;
    readonly dataAfterClose: string;
    readonly refusals: Say;
    readonly unknownState: string;
    readonly ignored: Say;
    readonly states: Say;
  };
  readonly unusual: {
    readonly original: Say;
    readonly notCaptured: Say;
    readonly copy: Say;
    readonly otherBytes: Say;
    readonly behindAck: Say;
    readonly answers: Say;
    readonly sentBeyond: Say;
    readonly unexplained: Say;
    readonly urgentByte: Say;
    readonly urgentLater: Say;
    readonly wireshark: Say;
    readonly oneDirection: Say;
    readonly unseenAck: Say;
    readonly unseenSyn: string;
    readonly unseenBytes: Say;
    readonly unseenLast: Say;
    readonly unseenFin: string;
    readonly backInTime: Say;
    readonly dropped: Say;
    readonly offloaded: Say;
    readonly wrong: Say;
  };
}
