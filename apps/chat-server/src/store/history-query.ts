/** A place in a conversation: at a message, or at a time in milliseconds since 1970. */
export type HistoryPoint = { readonly msgid: string } | { readonly time: number };

/**
 * What a client asks for with CHATHISTORY (IRCv3 draft/chathistory). An answer has at most `limit` messages,
 * in ascending order of time; of equal times the one that was recorded first comes first. Messages at a
 * point are not part of the answer, but with `around`.
 */
export type HistoryQuery = QueryRange & {
  readonly limit: number;
  /** Keep only messages with these commands; default: all. */
  readonly commands?: readonly string[];
};

type QueryRange =
  /** The newest, and only those newer than `after` where it is given. */
  | { readonly kind: 'latest'; readonly after?: HistoryPoint }
  /** Those immediately before the point. */
  | { readonly kind: 'before'; readonly point: HistoryPoint }
  /** Those immediately after it. */
  | { readonly kind: 'after'; readonly point: HistoryPoint }
  /** `limit / 2` (rounded down) before the point; the point itself and what follows are the rest. */
  | { readonly kind: 'around'; readonly point: HistoryPoint }
  /** Those nearest to `from` on the way to `to`, which may lie in either direction. */
  | { readonly kind: 'between'; readonly from: HistoryPoint; readonly to: HistoryPoint };

/** A conversation and the time of its latest message. */
export interface ConversationTarget {
  readonly name: string;
  readonly latest: number;
}
