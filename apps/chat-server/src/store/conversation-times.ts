import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ConversationTarget } from './history-query.ts';
import type { TimeRange } from './thread-messages.ts';

/**
 * Private talks of one answer, whatever is asked for.
 * @unit conversations
 * @against a limit taken from a client as it is
 * @provenBy ./conversation-times.spec.ts: gives no more than so many talks
 */
const MAX_TALKS = 1000;

/** When conversations were last heard of (CHATHISTORY TARGETS of IRCv3 draft/chathistory). */
export class ConversationTimes {
  readonly #latest: StatementSync;
  readonly #talks: Readonly<Record<'ASC' | 'DESC', StatementSync>>;

  constructor(database: DatabaseSync) {
    this.#latest = database.prepare(`
      SELECT time AS latest FROM messages
      WHERE conversation = (SELECT id FROM conversations WHERE name = ?)
      ORDER BY time DESC LIMIT 1`);
    const talks = (order: string) =>
      database.prepare(`
        SELECT name, latest FROM (
          SELECT iif(one = :name, other, one) AS name, (
            SELECT time FROM messages WHERE conversation = conversations.id
            ORDER BY time DESC LIMIT 1
          ) AS latest
          FROM conversations WHERE one = :name OR other = :name
        )
        WHERE latest > :start AND latest < :end
        ORDER BY latest ${order}, name LIMIT :limit`);
    this.#talks = { ASC: talks('ASC'), DESC: talks('DESC') };
  }

  /**
   * The private talks of a name, called after the other side; those nearest to `from` when there are more
   * than the limit. Ascending by time.
   */
  talks(name: string, { from, to }: TimeRange, limit: number): ConversationTarget[] {
    const order = from <= to ? 'ASC' : 'DESC';
    const targets = this.#talks[order].all({
      name,
      start: Math.min(from, to),
      end: Math.max(from, to),
      limit: Math.min(Math.max(limit, 0), MAX_TALKS),
    }) as unknown as ConversationTarget[];
    const ascending = order === 'ASC' ? targets : targets.reverse();
    return ascending.map((target) => ({ ...target }));
  }

  /** Those of these conversations whose latest message is of that time. Ascending by time. */
  latest(conversations: readonly string[], { from, to }: TimeRange): ConversationTarget[] {
    const [start, end] = [Math.min(from, to), Math.max(from, to)];
    return conversations
      .flatMap((name) => {
        const row = this.#latest.get(name) as Pick<ConversationTarget, 'latest'> | undefined;
        return row && row.latest > start && row.latest < end ? [{ name, latest: row.latest }] : [];
      })
      .sort((a, b) => a.latest - b.latest);
  }
}
