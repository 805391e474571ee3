type Say = (...values: (string | number)[]) => string;

/** The questions of the labs. */
export type QuestionName =
  | 'handshake'
  | 'tcpAndUdp'
  | 'threads'
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
  | 'connections'
  | 'datagrams'
  | 'answers'
  | 'lost'
  | 'udpConversations';

/** What is asked of a capture, and what its answers say. */
export interface QuestionTexts {
  readonly asked: Readonly<Record<QuestionName, string>>;
  /** The answer to whatever needs data where there is none. */
  readonly noData: string;
  readonly more: Say;
  /** The questions of the guide's report. */
  readonly guide: {
    readonly proved: string;
    readonly tcp: string;
    readonly udp: string;
    readonly tcpHere: Say;
    readonly noTcpHere: string;
    readonly udpHere: Say;
    readonly udpDetails: string;
    readonly noUdpHere: string;
    readonly noHandshake: string;
  };
  readonly threads: {
    readonly why: string;
    readonly connected: Say;
    readonly atOnce: Say;
    readonly anyway: string;
    readonly queue: string;
    readonly waited: Say;
    readonly longest: Say;
    readonly notSeen: string;
    readonly compare: string;
    /** Where the conversation is one of UDP. */
    readonly datagrams: string;
  };
  readonly datagrams: {
    readonly one: string;
    readonly noAnswer: string;
    readonly times: Say;
    readonly noneLost: string;
    readonly unknownWhy: string;
    readonly count: Say;
  };
  readonly opening: {
    readonly guessed: string;
    readonly noSyn: string;
    readonly syn: Say;
    readonly repeated: Say;
    readonly retried: Say;
    readonly refused: string;
    readonly noSynAck: string;
    readonly noAnswer: string;
    readonly oneDirection: Say;
    readonly synAck: Say;
    readonly taken: Say;
    readonly unfit: Say;
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
    readonly noWindow: string;
    readonly smallest: Say;
    readonly inSyn: string;
    readonly held: Say;
    readonly unknownFlight: string;
    readonly free: Say;
    readonly unscaled: string;
    readonly again: Say;
    readonly never: string;
    readonly checked: Say;
    readonly twice: Say;
    readonly otherBytes: Say;
    readonly retried: Say;
    readonly noAck: string;
    readonly median: Say;
    readonly several: Say;
    readonly single: string;
    readonly near: Readonly<Record<'sender' | 'receiver' | 'between' | 'local', Say>>;
    readonly noWay: string;
    readonly late: Say;
    readonly prompt: string;
    readonly moment: string;
    readonly back: string;
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
    readonly back: string;
  };
  readonly close: {
    readonly noReset: string;
    readonly resetIn: Say;
  };
}
