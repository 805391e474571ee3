import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { RetentionLimits } from './thread-messages.ts';

/**
 * Messages that one step deletes: some milliseconds, after which writes and questions have their turn.
 * @unit messages
 * @against a chat that waits while the history of a month goes
 * @provenBy ./retention.spec.ts: takes the oldest away in steps of so many
 */
const STEP_MESSAGES = 500;

/**
 * Messages of the whole store; the oldest go.
 * @unit messages
 * @against a disk that fills with conversations, each of which is within its limit
 * @provenBy ./retention.spec.ts: keeps so many messages of all conversations together
 */
const MAX_STORED_MESSAGES = 10_000_000;

const MS_PER_DAY = 24 * 60 * 60 * 1000;

/** Deletes what is too old or too much, in small steps. */
export class Retention {
  readonly #limits: RetentionLimits;
  readonly #maxMessages: number;
  readonly #expired: StatementSync;
  readonly #surplus: StatementSync;
  readonly #crowded: StatementSync;
  readonly #crowd: StatementSync;

  constructor(
    database: DatabaseSync,
    limits: RetentionLimits,
    maxMessages: number = MAX_STORED_MESSAGES,
  ) {
    this.#limits = limits;
    this.#maxMessages = maxMessages;
    const remove = (rows: string) =>
      database.prepare(`DELETE FROM messages WHERE row IN (SELECT row FROM messages ${rows})`);
    this.#expired = remove('WHERE time < ? ORDER BY time LIMIT ?');
    // Rows are numbered as they come, so that their span bounds their number, and nothing need be counted.
    this.#surplus = remove('WHERE row <= (SELECT max(row) FROM messages) - ? ORDER BY row LIMIT ?');
    this.#crowded = database.prepare(
      'SELECT id, messages FROM conversations WHERE messages > ? LIMIT 1',
    );
    this.#crowd = remove('WHERE conversation = ? ORDER BY time, row LIMIT ?');
  }

  /**
   * Deletes up to 500 messages.
   * @returns whether there may be more to delete
   */
  step(now: number): boolean {
    const { days, messages } = this.#limits;
    return (
      changes(this.#expired.run(now - days * MS_PER_DAY, STEP_MESSAGES)) ||
      changes(this.#surplus.run(this.#maxMessages, STEP_MESSAGES)) ||
      this.#thinOut(messages)
    );
  }

  #thinOut(limit: number): boolean {
    const crowded = this.#crowded.get(limit) as { id: number; messages: number } | undefined;
    if (crowded === undefined) return false;
    this.#crowd.run(crowded.id, Math.min(crowded.messages - limit, STEP_MESSAGES));
    return true;
  }
}

function changes(result: { readonly changes: number | bigint }): boolean {
  return result.changes > 0;
}
