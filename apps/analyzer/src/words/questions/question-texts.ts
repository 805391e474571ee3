type Say = (...values: (string | number)[]) => string;

/** The questions of the labs. */
export type QuestionName =
  | 'client'
  | 'server'
  | 'syn'
  | 'synAck'
  | 'firstData'
  | 'roundTrips'
  | 'lengths'
  | 'window'
  | 'retransmissions'
  | 'acknowledgements'
  | 'throughput'
  | 'growth'
  | 'text'
  | 'echo'
  | 'close'
  | 'reset'
  | 'connections';

/** What is asked of a capture, and what its answers say. */
export interface QuestionTexts {
  readonly asked: Readonly<Record<QuestionName, string>>;
  /** The answer to whatever needs data where there is none. */
  readonly noData: string;
  readonly more: Say;
  readonly opening: {
    readonly guessed: string;
    readonly noSyn: string;
    readonly syn: Say;
    readonly repeated: Say;
    readonly refused: string;
    readonly noSynAck: string;
    readonly synAck: Say;
    readonly unfit: string;
    readonly sack: string;
    readonly noSack: string;
  };
  readonly data: {
    readonly first: Say;
    readonly measured: Say;
    readonly nearReceiver: string;
    readonly columns: readonly string[];
    readonly lengths: Say;
    readonly cut: string;
  };
  readonly flow: {
    readonly smallest: Say;
    readonly held: Say;
    readonly unknownFlight: string;
    readonly free: Say;
    readonly unscaled: string;
    readonly again: Say;
    readonly never: string;
    readonly checked: Say;
    readonly twice: Say;
    readonly noAck: string;
    readonly median: Say;
    readonly late: Say;
    readonly prompt: string;
    readonly moment: string;
    readonly throughput: Say;
  };
  readonly growth: {
    readonly tooLittle: Say;
    readonly noRoundTrip: string;
    readonly inFlight: Say;
    readonly slowStart: Say;
    readonly noSlowStart: string;
  };
  readonly exchange: {
    readonly bytes: Say;
    readonly noReply: string;
    readonly measured: string;
    readonly same: string;
    readonly other: string;
  };
  readonly close: {
    readonly noReset: string;
    readonly resetIn: Say;
  };
}
