import type { Catalogue, Language } from '@praktikum/protocol';
import type { QuestionGroup } from '../words/terms.ts';
import type { SegmentRow, SharedTexts } from './report-segment.ts';

/** All that a report file says of a capture; it is embedded as JSON and read by the page. */
export interface ReportData {
  /** Language the page opens in. */
  readonly language: Language;
  /** Name of the capture file, without its folder. */
  readonly file: string;
  readonly packets: number;
  /** Packets that the filter shows. */
  readonly shown: number;
  readonly filter: string | undefined;
  /** Packets that the capturing program lost. */
  readonly dropped: number;
  /** Whether the file could be read to its end. */
  readonly complete: boolean;
  readonly rows: readonly ConversationRow[];
  /** TCP and UDP conversations of the capture; more than there are rows when those are limited. */
  readonly tcpCount: number;
  readonly udpCount: number;
  /** The conversations that the report holds in full, by the order of `rows`. */
  readonly conversations: readonly ReportConversation[];
  /** Place among them of the one that the page opens with: the most telling. */
  readonly opensWith: number;
}

/** A row of the table of conversations. */
export interface ConversationRow {
  readonly protocol: 'TCP' | 'UDP';
  readonly stream: number;
  readonly client: string;
  readonly server: string;
  /** Frames that the filter shows. */
  readonly frames: number;
  /** Bytes of payload from the client, and to it. */
  readonly sent: number;
  readonly received: number;
  /** Seconds from the first frame to the last; -1 where they are not counted. */
  readonly duration: number;
  readonly retransmissions: number;
  /** A key of `TERMS.ending`; of UDP `unanswered` or empty. */
  readonly ending: string;
}

/** A conversation in full. */
export interface ReportConversation {
  readonly protocol: 'TCP' | 'UDP';
  readonly stream: number;
  readonly client: string;
  readonly server: string;
  /** Time of its first frame, ISO 8601 in UTC; empty where the file has none. */
  readonly started: string;
  /** Nanoseconds; -1 when no handshake was captured. */
  readonly initialRoundTrip: number;
  readonly rows: readonly SegmentRow[];
  readonly shared: SharedTexts;
  /** Segments or datagrams that were only counted. */
  readonly leftOut: number;
  readonly explanation: Catalogue<ReportExplanation>;
  readonly answers: readonly ReportAnswer[];
}

/** The explanation of a conversation, in paragraphs. `frame 4, 7` in them are frames to go to. */
export interface ReportExplanation {
  /** Which datagram answers which, of UDP; the other parts are empty then. */
  readonly datagrams: readonly string[];
  readonly handshake: readonly string[];
  /** The first row names the columns. */
  readonly options: readonly (readonly string[])[];
  readonly turns: readonly ReportTurn[];
  /** Turns that are not listed. */
  readonly moreTurns: number;
  readonly close: readonly string[];
  readonly unusual: readonly ReportUnusual[];
  readonly remarks: readonly string[];
}

/** What one side said before the other spoke. */
interface ReportTurn {
  readonly fromClient: boolean;
  readonly said: string;
  readonly text: string;
}

export interface ReportUnusual {
  readonly name: string;
  readonly cause: string;
  readonly frames: readonly number[];
  /** How many frames there are; more than are listed when there are many. */
  readonly count: number;
  readonly details: readonly string[];
}

/** A question with its answer. Those of the guide come first. */
export interface ReportAnswer {
  readonly group: QuestionGroup;
  readonly question: Catalogue<string>;
  readonly text: Catalogue<readonly string[]>;
  readonly frames: readonly number[];
  readonly missing: boolean;
}
