import { CodedError } from '@praktikum/protocol/coded-error';
import { answerQuestion, isChange, refusal, type Sources } from './answer-questions.ts';
import { ConversationTimes } from './conversation-times.ts';
import { dataError, isDiskFailure, reasonOf, sentError } from './data-error.ts';
import { History } from './history.ts';
import { Journal } from './journal.ts';
import { settled } from './kept-writes.ts';
import type { OpenDatabase } from './open-database.ts';
import { Retention } from './retention.ts';
import { SavedState } from './saved-state.ts';
import type {
  Answer,
  FromStore,
  RetentionLimits,
  ToStore,
  WeighedWrite,
  Write,
} from './thread-messages.ts';

/**
 * How often history is searched for what is too old or too much; the first time at the start.
 * @unit ms
 * @against history that is never deleted, because its server is never restarted
 * @provenBy ./store-desk.spec.ts: deletes what is too old or too much every so many milliseconds
 */
const RETENTION_INTERVAL_MS = 60_000;

type Asked = Extract<ToStore, { type: 'ask' }>;

/** Works through what the thread of the store is sent. */
export class StoreDesk {
  readonly #opened: OpenDatabase;
  readonly #tell: (message: FromStore) => void;
  readonly #sources: Sources;
  readonly #journal: Journal;
  readonly #retention: Retention;
  #cancelSweep: () => void = () => undefined;

  constructor(
    opened: OpenDatabase,
    retention: RetentionLimits,
    tell: (message: FromStore) => void,
  ) {
    const { database } = opened;
    this.#opened = opened;
    this.#tell = tell;
    this.#sources = {
      history: new History(database),
      times: new ConversationTimes(database),
      state: new SavedState(database),
    };
    this.#journal = new Journal(database, (write) => this.#write(write), tell);
    this.#retention = new Retention(database, retention);
    tell({ type: 'opened', state: this.#sources.state.read() });
    this.#sweepLater({ isMore: true });
  }

  /** Commits the writes in one transaction, and answers what was asked. */
  handle(requests: readonly ToStore[]): void {
    const writes = requests.filter((request) => request.type === 'write');
    const asked = requests.filter((request) => request.type === 'ask');
    const answers = this.#commit(requests) ?? this.#keep(writes, asked);
    if (answers.length > 0) this.#tell({ type: 'answers', answers });
  }

  /** Commits what is kept, closes the database and tells so. */
  close(): void {
    this.#cancelSweep();
    const lost = this.#journal.end();
    const error = this.#journal.failure?.error;
    this.#opened.close();
    this.#tell({
      type: 'closed',
      ...(lost > 0 ? { error: sentError(dataError(this.#opened.path, error)) } : {}),
    });
  }

  /** In the order in which it came, so that a question sees what was written before it. */
  #commit(requests: readonly ToStore[]): Answer[] | undefined {
    if (this.#journal.failure) return undefined;
    const answers: Answer[] = [];
    const writes: WeighedWrite[] = [];
    const isCommitted = this.#journal.transact(() => {
      for (const request of requests) {
        if (request.type === 'write') {
          writes.push(request);
          this.#journal.apply(request);
        } else if (request.type === 'ask') {
          answers.push(this.#answer(request));
        }
      }
    });
    if (!isCommitted) return undefined;
    if (writes.length > 0) this.#tell(settled(writes));
    return answers;
  }

  /** Nothing can be written: changes that somebody waits for are refused, and the others kept. */
  #keep(writes: readonly WeighedWrite[], asked: readonly Asked[]): Answer[] {
    this.#journal.keep(writes);
    const reason = reasonOf(this.#journal.failure?.error);
    return asked.map((request) =>
      isChange(request.question)
        ? { id: request.id, error: sentError(refusal(reason)) }
        : this.#answer(request),
    );
  }

  #answer({ id, question }: Asked): Answer {
    try {
      return { id, value: answerQuestion(this.#sources, question) };
    } catch (error) {
      if (isDiskFailure(error) && isChange(question)) throw error; // it is the transaction's
      const told = error instanceof CodedError ? error : dataError(this.#opened.path, error);
      return { id, error: sentError(told) };
    }
  }

  #write(write: Write): void {
    const { history, state } = this.#sources;
    switch (write.type) {
      case 'record':
        return history.record(write.message);
      case 'save-channel':
        return state.saveChannel(write.key, write.channel);
      case 'remove-channel':
        return state.removeChannel(write.key);
      case 'save-marker':
        return state.saveMarker(write.marker);
      case 'save-setting':
        return state.saveSetting(write.name, write.value);
    }
  }

  /** One step of retention. A full disk leaves it for later. */
  #sweep(): void {
    let isMore = false;
    if (!this.#journal.failure) {
      this.#journal.transact(() => {
        isMore = this.#retention.step(Date.now());
      });
    }
    this.#sweepLater({ isMore });
  }

  /** Where there is more, once all that has come meanwhile has been worked through. */
  #sweepLater({ isMore }: { isMore: boolean }): void {
    if (isMore) {
      const immediate = setImmediate(() => this.#sweep());
      this.#cancelSweep = () => clearImmediate(immediate);
    } else {
      const timeout = setTimeout(() => this.#sweep(), RETENTION_INTERVAL_MS);
      this.#cancelSweep = () => clearTimeout(timeout);
    }
  }
}
