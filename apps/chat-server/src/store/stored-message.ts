/** A message as history keeps it. */
export interface StoredMessage {
  /**
   * A folded channel name (`#kelas`), or for a private talk the two folded names joined by a space, in
   * sorted order (`budi siti`).
   */
  readonly conversation: string;
  /** Unique in the whole store. */
  readonly msgid: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** `nick!user@host` of then. */
  readonly source: string;
  readonly account?: string;
  readonly isBot?: boolean;
  /** `PRIVMSG`, `NOTICE`, `TAGMSG`, `TOPIC`, … */
  readonly command: string;
  /** With the target as it was written. */
  readonly params: readonly string[];
  /** Client-only tags: `{ '+draft/react': '👍' }`. */
  readonly tags: Readonly<Record<string, string>>;
}
