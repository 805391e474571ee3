import { Worker } from 'node:worker_threads';
import type { ConversationTarget, HistoryQuery } from './history-query.ts';
import type { StoredMessage } from './stored-message.ts';
import type { StoredAccount, StoredChannel, StoredMarker, StoredState } from './stored-state.ts';
import { StoreLine } from './store-line.ts';
import type { RetentionLimits, StoreStart } from './thread-messages.ts';

/**
 * The file of the thread. As source it lies beside this one. In the bundle this file is part of
 * `dist/program.js`, and the thread is an entry of its own with its path kept: `dist/store/store-worker.js`.
 */
const WORKER = import.meta.url.endsWith('.ts') ? './store-worker.ts' : './store/store-worker.js';

export interface StoreOptions {
  /** Made where it is missing, for its owner alone. */
  readonly folder: string;
  /** How many days, and how many messages of a conversation, history goes back. */
  readonly retention: RetentionLimits;
  /**
   * Told once when nothing can be written (`ENOSPC`, `EIO`, `SQLITE_READONLY`, …) or the thread does not keep
   * up (`ERR_CHAT_STORE_BUSY`), with the number of writes that wait. They are tried again.
   */
  readonly failed: (code: string, waiting: number) => void;
  /** Told once when all that waited is committed, with the number of writes that had no room to wait. */
  readonly recovered: (lost: number) => void;
  /** The thread has died: what comes is stored no more. The chat goes on. */
  readonly ended: (error: unknown) => void;
}

/**
 * History, accounts, channels and read markers, in an SQLite database of a thread of its own. What is given
 * is committed some ten milliseconds later, or not at all when the process is killed before; a question sees
 * what was given before it. While nothing can be written, questions are answered from what is committed.
 *
 * Questions reject with `ERR_CHAT_STORE_BUSY` when too many are open, with `ERR_CHAT_STORE_ENDED` after the
 * end of the thread, and with `ERR_CHAT_DATA` when the disk cannot be read.
 */
export class Store {
  /** What was stored when it was opened. */
  readonly state: StoredState;
  readonly #line: StoreLine;

  private constructor(line: StoreLine, state: StoredState) {
    this.#line = line;
    this.state = state;
  }

  /**
   * @throws CodedError `ERR_CHAT_DATA` with `{ path, reason }` when the folder or its database cannot be used:
   *   `ENOTDIR`, `EACCES`, `SQLITE_NOTADB`, `SCHEMA_NEWER`, `SCHEMA_FOREIGN`, …
   * @throws CodedError `ERR_CHAT_DATA_IN_USE` with `{ path }` when another server uses the folder
   */
  static async open(options: StoreOptions): Promise<Store> {
    const { folder, retention } = options;
    const worker = new Worker(new URL(WORKER, import.meta.url), {
      workerData: { folder, retention } satisfies StoreStart,
      // Node 24 calls SQLite experimental in a warning, which is nothing for a user to read.
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    const line = new StoreLine(worker, options);
    return new Store(line, await line.opened);
  }

  /** Adds a message to history; one whose msgid is there already changes nothing. */
  record(message: StoredMessage): void {
    this.#line.write({ type: 'record', message });
  }

  /**
   * Resolves when it is committed.
   * @throws CodedError `ERR_CHAT_STORE_BUSY` also when nothing can be written: it is not stored
   */
  async saveAccount(account: StoredAccount): Promise<void> {
    await this.#line.ask({ type: 'save-account', account });
  }

  /** @param key the folded name */
  saveChannel(key: string, channel: StoredChannel): void {
    this.#line.write({ type: 'save-channel', key, channel });
  }

  removeChannel(key: string): void {
    this.#line.write({ type: 'remove-channel', key });
  }

  saveMarker(marker: StoredMarker): void {
    this.#line.write({ type: 'save-marker', marker });
  }

  saveSetting(name: string, value: string): void {
    this.#line.write({ type: 'save-setting', name, value });
  }

  /**
   * Takes a message out of history for good, and gives what it was (IRCv3 draft/message-redaction).
   * @throws CodedError `ERR_CHAT_STORE_BUSY` also when nothing can be written: it is still there
   */
  redact(conversation: string, msgid: string): Promise<StoredMessage | undefined> {
    return this.#line.ask({ type: 'redact', conversation, msgid });
  }

  find(conversation: string, msgid: string): Promise<StoredMessage | undefined> {
    return this.#line.ask({ type: 'find', conversation, msgid });
  }

  /**
   * In ascending order, at most 1000 messages.
   * @throws CodedError `ERR_MESSAGE_UNKNOWN` when a msgid of the query is not in the conversation
   */
  page(conversation: string, query: HistoryQuery): Promise<StoredMessage[]> {
    return this.#line.ask({ type: 'page', conversation, query });
  }

  /**
   * The private talks of a folded name whose latest message lies between two times, both exclusive, in
   * either order: the folded name of the other side, and that time. Ascending; where there are more than
   * the limit, those nearest to `from`.
   */
  talks(name: string, from: number, to: number, limit: number): Promise<ConversationTarget[]> {
    return this.#line.ask({ type: 'talks', name, from, to, limit });
  }

  /** The same for these conversations. */
  latest(
    conversations: readonly string[],
    from: number,
    to: number,
  ): Promise<ConversationTarget[]> {
    return this.#line.ask({ type: 'latest', conversations, from, to });
  }

  /**
   * Resolves when all that was given is committed and the thread has ended.
   * @throws CodedError `ERR_CHAT_DATA` when the disk did not take all of it
   */
  close(): Promise<void> {
    return this.#line.close();
  }
}
