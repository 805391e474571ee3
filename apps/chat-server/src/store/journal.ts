import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isDiskFailure, reasonOf } from './data-error.ts';
import { KeptWrites, settled } from './kept-writes.ts';
import { SCHEMA_VERSION } from './schema.ts';
import type { FromStore, WeighedWrite, Write } from './thread-messages.ts';

/**
 * The longest pause between two attempts to write; the first one is a tenth of a second, and each is twice
 * as long as the one before.
 * @unit ms
 * @against a full disk that is tried thousands of times a second, and one that is tried no more
 * @provenBy ./journal.spec.ts: tries again after pauses that grow to so many milliseconds
 */
const MAX_RETRY_PAUSE_MS = 5000;
const FIRST_RETRY_PAUSE_MS = 100;

/**
 * Kept writes that are tried in one transaction.
 * @unit writes
 * @against a backlog that fits no disk as a whole, and questions that wait while it is written
 * @provenBy ./journal.spec.ts: writes what it has kept in parts of so many
 */
const MAX_RETRIED_WRITES = 1000;

/** Commits what the store is given. What cannot be written is kept and tried again. */
export class Journal {
  readonly #database: DatabaseSync;
  readonly #apply: (write: Write) => void;
  readonly #tell: (message: FromStore) => void;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #kept = new KeptWrites();
  /** Set while nothing can be written. */
  #failure: { readonly error: unknown } | undefined;
  /** Why writes of this transaction were dropped. */
  #dropped: unknown[] = [];
  #pauseMs = FIRST_RETRY_PAUSE_MS;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    database: DatabaseSync,
    apply: (write: Write) => void,
    tell: (message: FromStore) => void,
  ) {
    this.#database = database;
    this.#apply = apply;
    this.#tell = tell;
    this.#begin = database.prepare('BEGIN');
    this.#commit = database.prepare('COMMIT');
  }

  /** Why nothing can be written, while that is so. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  /**
   * Does the work in one transaction.
   * @returns false when it could not be committed: nothing has been done
   */
  transact(work: () => void): boolean {
    const error = this.#attempt(work);
    if (error === undefined) return true;
    if (!this.#failure) this.#tell({ type: 'failed', reason: reasonOf(error) });
    this.#failure = { error };
    this.#timer ??= setTimeout(() => this.#retry(), this.#pauseMs);
    return false;
  }

  /** Does a write, inside of a transaction; one that no disk would take is dropped. */
  apply({ write }: WeighedWrite): void {
    try {
      this.#apply(write);
    } catch (error) {
      if (isDiskFailure(error)) throw error;
      this.#dropped.push(error);
    }
  }

  /** Keeps what could not be written. */
  keep(writes: readonly WeighedWrite[]): void {
    const replaced = this.#kept.keep(writes);
    if (replaced.length > 0) this.#tell(settled(replaced));
  }

  /**
   * Tries once more to write what is kept.
   * @returns how many writes could not be committed
   */
  end(): number {
    clearTimeout(this.#timer);
    while (this.#kept.size > 0 && this.#commitFirst());
    clearTimeout(this.#timer);
    return this.#kept.size;
  }

  #retry(): void {
    this.#timer = undefined;
    this.#pauseMs = Math.min(this.#pauseMs * 2, MAX_RETRY_PAUSE_MS);
    if (!this.#commitFirst()) return;
    this.#pauseMs = FIRST_RETRY_PAUSE_MS;
    if (this.#kept.size > 0) {
      // What has come meanwhile has its turn in between.
      this.#timer = setTimeout(() => this.#retry());
      return;
    }
    this.#failure = undefined;
    this.#tell({ type: 'recovered' });
  }

  #commitFirst(): boolean {
    const writes = this.#kept.first(MAX_RETRIED_WRITES);
    const isCommitted = this.transact(() => {
      // To set it writes a page, so that an attempt with nothing to write proves something.
      this.#database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
      for (const write of writes) this.apply(write);
    });
    if (!isCommitted) return false;
    this.#kept.drop(writes);
    this.#tell(settled(writes));
    return true;
  }

  #attempt(work: () => void): unknown {
    this.#dropped = [];
    try {
      this.#begin.run();
      work();
      this.#commit.run();
    } catch (error) {
      // Of some failures SQLite has rolled back by itself.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      return error;
    }
    const { length: count } = this.#dropped;
    if (count > 0) this.#tell({ type: 'dropped', count, reason: reasonOf(this.#dropped[0]) });
    return undefined;
  }
}
