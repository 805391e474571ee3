import type { ErrorDetails } from '@praktikum/protocol/coded-error';
import type { ConversationTarget, HistoryQuery } from './history-query.ts';
import type { StoredMessage } from './stored-message.ts';
import type { StoredAccount, StoredChannel, StoredMarker, StoredState } from './stored-state.ts';

/** How much history is kept. */
export interface RetentionLimits {
  readonly days: number;
  /** Messages of one conversation. */
  readonly messages: number;
}

/** What the thread of the store is started with. */
export interface StoreStart {
  readonly folder: string;
  readonly retention: RetentionLimits;
}

/** A change that nobody waits for. When the disk is full it is kept and tried again. */
export type Write =
  | { readonly type: 'record'; readonly message: StoredMessage }
  | { readonly type: 'save-channel'; readonly key: string; readonly channel: StoredChannel }
  | { readonly type: 'remove-channel'; readonly key: string }
  | { readonly type: 'save-marker'; readonly marker: StoredMarker }
  | { readonly type: 'save-setting'; readonly name: string; readonly value: string };

/** A write and the memory it takes while it waits, in bytes. */
export interface WeighedWrite {
  readonly write: Write;
  readonly bytes: number;
}

/** What is answered. The first two change something, and are answered once that is committed. */
export type Question =
  | { readonly type: 'save-account'; readonly account: StoredAccount }
  | { readonly type: 'redact'; readonly conversation: string; readonly msgid: string }
  | { readonly type: 'find'; readonly conversation: string; readonly msgid: string }
  | { readonly type: 'page'; readonly conversation: string; readonly query: HistoryQuery }
  | ({ readonly type: 'talks'; readonly name: string; readonly limit: number } & TimeRange)
  | ({ readonly type: 'latest'; readonly conversations: readonly string[] } & TimeRange);

/** Times between two points, both exclusive; `from` may be the later one. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** What each question is answered with. */
export interface Answers {
  readonly 'save-account': undefined;
  readonly redact: StoredMessage | undefined;
  readonly find: StoredMessage | undefined;
  readonly page: StoredMessage[];
  readonly talks: ConversationTarget[];
  readonly latest: ConversationTarget[];
}

/** To the thread of the store: an array of these, all that was given in one turn of the event loop. */
export type ToStore =
  | ({ readonly type: 'write' } & WeighedWrite)
  | { readonly type: 'ask'; readonly id: number; readonly question: Question }
  /** Nothing more will come: commit what waits and end. Answered by `closed`. */
  | { readonly type: 'close' };

/** The codes of what the thread of the store can fail with. */
export type StoreErrorCode =
  'ERR_CHAT_DATA' | 'ERR_CHAT_DATA_IN_USE' | 'ERR_CHAT_STORE_BUSY' | 'ERR_MESSAGE_UNKNOWN';

/** A CodedError on its way: a thread gets the fields of an error, and not its class. */
export interface SentError {
  readonly code: StoreErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
}

export type Answer =
  | { readonly id: number; readonly value: Answers[keyof Answers] }
  | { readonly id: number; readonly error: SentError };

/** Writes that wait no longer. */
export interface Settled {
  readonly type: 'settled';
  readonly history: Waiting;
  readonly saves: Waiting;
}

/** So many writes and the memory they take. */
export interface Waiting {
  readonly count: number;
  readonly bytes: number;
}

/** From the thread of the store. */
export type FromStore =
  | { readonly type: 'opened'; readonly state: StoredState }
  | { readonly type: 'not-opened'; readonly error: SentError }
  | Settled
  | { readonly type: 'answers'; readonly answers: readonly Answer[] }
  /** Nothing can be written; what comes is kept and tried again. */
  | { readonly type: 'failed'; readonly reason: string }
  /** All that was kept is committed. */
  | { readonly type: 'recovered' }
  /** SQLite takes these writes on no disk: they are dropped. */
  | { readonly type: 'dropped'; readonly count: number; readonly reason: string }
  /** The last message. With an error when something that was given is not committed. */
  | { readonly type: 'closed'; readonly error?: SentError };
