import { CodedError, codeOf } from '@praktikum/protocol';
import type { ConversationTarget, HistoryQuery } from '../../store/history-query.ts';
import type { Store } from '../../store/store.ts';
import type { StoredMessage } from '../../store/stored-message.ts';
import type { Invocation } from '../command.ts';
import { RecentMessages, type Authorship } from './recent-messages.ts';

/**
 * History as the owner sees it. While none is kept, it still knows the authors of the last messages, so
 * that they can be taken back.
 *
 * What asks the store rejects as {@link Store} does, and with `ERR_CHAT_HISTORY_OFF` when none is kept.
 */
export class Chronicle {
  readonly isKept: boolean;
  readonly #store: Store | undefined;
  readonly #recent = new RecentMessages();

  /** @param store also there without history, for accounts */
  constructor(store: Store | undefined, isKept: boolean) {
    this.isKept = isKept && store !== undefined;
    this.#store = this.isKept ? store : undefined;
  }

  /** To be told of every message, whether history is kept or not. */
  record(message: StoredMessage): void {
    if (this.#store === undefined) this.#recent.add(message);
    else this.#store.record(message);
  }

  async find(conversation: string, msgid: string): Promise<Authorship | undefined> {
    if (this.#store === undefined) return this.#recent.find(conversation, msgid);
    return this.#store.find(conversation, msgid);
  }

  /** Takes a message out of history for good. @returns whether it was there */
  async redact(conversation: string, msgid: string): Promise<boolean> {
    if (this.#store === undefined) return this.#recent.remove(conversation, msgid);
    return (await this.#store.redact(conversation, msgid)) !== undefined;
  }

  async page(conversation: string, query: HistoryQuery): Promise<StoredMessage[]> {
    return this.#kept.page(conversation, query);
  }

  /** @param identity of one side; the names in the answer are identities of the other side */
  async talks(
    identity: string,
    from: number,
    to: number,
    limit: number,
  ): Promise<ConversationTarget[]> {
    return this.#kept.talks(identity, from, to, limit);
  }

  async latest(
    conversations: readonly string[],
    from: number,
    to: number,
  ): Promise<ConversationTarget[]> {
    return this.#kept.latest(conversations, from, to);
  }

  get #kept(): Store {
    if (this.#store === undefined) {
      throw new CodedError('ERR_CHAT_HISTORY_OFF', 'this server keeps no history');
    }
    return this.#store;
  }
}

/** What clients are told of what the store may meet, as codes of IRCv3 standard replies. */
const FAILURES: ReadonlyMap<string, string> = new Map([
  ['ERR_CHAT_STORE_BUSY', 'TEMPORARILY_UNAVAILABLE'],
  ['ERR_CHAT_STORE_ENDED', 'MESSAGE_ERROR'],
  ['ERR_CHAT_DATA', 'MESSAGE_ERROR'],
  ['ERR_CHAT_HISTORY_OFF', 'MESSAGE_ERROR'],
  ['ERR_MESSAGE_UNKNOWN', 'MESSAGE_ERROR'],
]);

const TEXTS: ReadonlyMap<string, 'unknownMessage' | 'historyOff'> = new Map([
  ['ERR_MESSAGE_UNKNOWN', 'unknownMessage'],
  ['ERR_CHAT_HISTORY_OFF', 'historyOff'],
]);

/**
 * Answers a command that history cannot serve: `FAIL CHATHISTORY MESSAGE_ERROR LATEST #kelas :…`.
 * @param context the parameters between code and text
 * @throws the error, when it is none that history is expected to meet
 */
export function failForHistory(
  { network, client }: Invocation,
  error: unknown,
  command: string,
  ...context: readonly string[]
): void {
  const reason = codeOf(error);
  const code = FAILURES.get(reason);
  if (code === undefined) throw error;
  const { fail } = network.words;
  client.standardReply(
    'FAIL',
    command,
    code,
    ...context,
    fail[TEXTS.get(reason) ?? 'historyUnavailable'],
  );
}
