import type { ReportTexts } from '@praktikum/capture-report';
import type { HeaderTexts } from './header-texts.ts';

type Say = (...values: string[]) => string;

/** A graph: its name, what its axes are, and how it is read. */
interface GraphTexts {
  readonly title: string;
  readonly y: string;
  readonly about: string;
}

/** What the page says around the explanation itself. */
export interface PageTexts extends ReportTexts {
  readonly skip: string;
  readonly language: string;
  readonly contents: string;
  readonly licences: string;
  readonly summary: Say;
  readonly incomplete: string;
  readonly nothing: string;
  readonly frame: Say;
  /** Above what is wider than the screen. */
  readonly scroll: string;
  readonly conversations: {
    readonly title: string;
    readonly caption: string;
    readonly filter: string;
    readonly filterHint: string;
    readonly shown: Say;
    readonly more: Say;
    readonly leftOut: Say;
    readonly limited: Say;
    readonly select: Say;
    readonly notIncluded: string;
    readonly sort: string;
    readonly columns: Readonly<Record<ConversationColumn, string>>;
  };
  readonly ladder: {
    readonly title: Say;
    readonly about: string;
    readonly aboutDatagrams: string;
    readonly started: Say;
    readonly label: Say;
    readonly rung: Say;
    readonly toClient: string;
    readonly toServer: string;
    readonly carries: Say;
    readonly states: Say;
    readonly printed: Say;
    readonly leftOut: Say;
    readonly chosen: string;
    readonly related: string;
    readonly legend: string;
    readonly kinds: Readonly<Record<'syn' | 'fin' | 'rst' | 'data' | 'ack' | 'unusual', string>>;
    readonly goTo: string;
    readonly go: string;
    readonly noFrame: Say;
  };
  readonly panel: {
    readonly title: Say;
    readonly hint: string;
    readonly after: Say;
    readonly acknowledges: string;
    readonly acknowledgedBy: string;
    readonly answers: string;
    readonly answeredBy: string;
    readonly roundTrip: Say;
    readonly repeats: string;
    readonly inFlight: Say;
    readonly wireshark: Say;
    readonly payload: Say;
    readonly payloadCut: Say;
    readonly options: string;
    readonly noOptions: string;
    readonly meaning: string;
    readonly bits: string;
    readonly extensions: Say;
  };
  readonly graphs: {
    readonly title: string;
    readonly about: string;
    readonly direction: string;
    readonly seconds: string;
    readonly empty: string;
    readonly tooShort: Say;
    readonly thinned: Say;
    readonly asTable: string;
    readonly tableCut: Say;
    readonly summary: Say;
    readonly sequence: GraphTexts;
    readonly roundTrip: GraphTexts;
    readonly window: GraphTexts;
    readonly throughput: GraphTexts;
    readonly series: Readonly<Record<SeriesName, string>>;
    /** A value as it is, with three decimals at the most. */
    readonly value: (value: number) => string;
    /** A value with so many digits that count, at the most. */
    readonly rounded: (value: number, digits: number) => string;
  };
  readonly explanation: {
    readonly title: Say;
    readonly datagrams: string;
    readonly moreTurns: Say;
  };
  readonly answers: {
    readonly title: Say;
    readonly evidence: string;
    readonly missing: string;
  };
  readonly header: HeaderTexts;
}

/** Columns of the table of conversations, in their order. */
export const CONVERSATION_COLUMNS = [
  'stream',
  'protocol',
  'client',
  'server',
  'frames',
  'sent',
  'received',
  'duration',
  'retransmissions',
  'ending',
] as const;
export type ConversationColumn = (typeof CONVERSATION_COLUMNS)[number];

export type SeriesName =
  | 'data'
  | 'repeated'
  | 'acknowledged'
  | 'sample'
  | 'estimate'
  | 'offered'
  | 'flight'
  | 'rate'
  | 'chosen';
