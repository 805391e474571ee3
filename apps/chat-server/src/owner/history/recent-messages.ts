import type { StoredMessage } from '../../store/stored-message.ts';

/**
 * Messages whose authors are remembered while no history is kept.
 * @unit messages
 * @against a server without history whose memory grows with every word that is said
 * @provenBy ./recent-messages.spec.ts: remembers the authors of the last messages, so many of them
 */
const MAX_RECENT_MESSAGES = 2000;

/** Who has written a message: all that has to be known to let it be taken back. */
export type Authorship = Pick<StoredMessage, 'source' | 'account'>;

/** The authors of the last messages, without what they have written. */
export class RecentMessages {
  /** By conversation and msgid. */
  readonly #authors = new Map<string, Authorship>();
  /**
   * Their keys, in a ring: the next one takes the place of the oldest. To ask the map for its first key would
   * pass by all that have been deleted before it.
   */
  readonly #keys: string[] = [];
  #next = 0;

  add({ conversation, msgid, source, account }: StoredMessage): void {
    const key = keyOf(conversation, msgid);
    const oldest = this.#keys[this.#next];
    if (oldest !== undefined) this.#authors.delete(oldest);
    this.#keys[this.#next] = key;
    this.#next = (this.#next + 1) % MAX_RECENT_MESSAGES;
    this.#authors.set(key, account === undefined ? { source } : { source, account });
  }

  find(conversation: string, msgid: string): Authorship | undefined {
    return this.#authors.get(keyOf(conversation, msgid));
  }

  /** Whether it was there. */
  remove(conversation: string, msgid: string): boolean {
    return this.#authors.delete(keyOf(conversation, msgid));
  }
}

/** Neither has a control character. */
function keyOf(conversation: string, msgid: string): string {
  return `${conversation}\n${msgid}`;
}
