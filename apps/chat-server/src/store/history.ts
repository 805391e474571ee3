import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { CodedError } from '@praktikum/protocol/coded-error';
import type { HistoryQuery } from './history-query.ts';
import { comparePositions, type HistoryRange, type Position } from './history-range.ts';
import { columnsOf, MESSAGE_COLUMNS, messageOf, type MessageRow } from './message-row.ts';
import { resolveQuery } from './resolve-query.ts';
import type { StoredMessage } from './stored-message.ts';

/**
 * Messages of one page, whatever is asked for.
 * @unit messages
 * @against a limit taken from a client as it is, which makes the thread copy a whole history
 * @provenBy ./history.spec.ts: gives no more than so many messages
 */
const MAX_PAGE_MESSAGES = 1000;

/** The messages of a database. Every method is one statement, or a few. */
export class History {
  readonly #conversation: StatementSync;
  readonly #addConversation: StatementSync;
  readonly #record: StatementSync;
  readonly #find: StatementSync;
  readonly #remove: StatementSync;
  readonly #ranges: Readonly<Record<HistoryRange['from'], RangeStatements>>;

  constructor(database: DatabaseSync) {
    this.#conversation = database.prepare('SELECT id FROM conversations WHERE name = ?');
    this.#addConversation = database.prepare(
      'INSERT INTO conversations (name, one, other) VALUES (?, ?, ?) RETURNING id',
    );
    this.#record = database.prepare(`
      INSERT INTO messages
        (conversation, time, msgid, source, account, bot, command, params, tags)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (msgid) DO NOTHING`);
    this.#find = database.prepare(
      `SELECT ${MESSAGE_COLUMNS} FROM messages WHERE msgid = ? AND conversation = ?`,
    );
    this.#remove = database.prepare('DELETE FROM messages WHERE row = ?');
    this.#ranges = {
      start: rangeStatements(database, 'ASC'),
      end: rangeStatements(database, 'DESC'),
    };
  }

  /** Adds it; one whose msgid is there already changes nothing. */
  record(message: StoredMessage): void {
    const { conversation } = message;
    const id = this.#idOf(conversation) ?? this.#add(conversation);
    this.#record.run(id, ...columnsOf(message));
  }

  find(conversation: string, msgid: string): StoredMessage | undefined {
    const row = this.#row(this.#idOf(conversation), msgid);
    return row && messageOf(conversation, row);
  }

  /** Takes it out and gives what it was. */
  redact(conversation: string, msgid: string): StoredMessage | undefined {
    const row = this.#row(this.#idOf(conversation), msgid);
    if (row === undefined) return undefined;
    this.#remove.run(row.row);
    return messageOf(conversation, row);
  }

  /** @throws CodedError `ERR_MESSAGE_UNKNOWN` when a msgid of the query is not in the conversation */
  page(conversation: string, query: HistoryQuery): StoredMessage[] {
    const id = this.#idOf(conversation);
    const limit = Math.min(Math.max(query.limit, 0), MAX_PAGE_MESSAGES);
    const ranges = resolveQuery({ ...query, limit }, (msgid) => {
      const row = this.#row(id, msgid);
      if (row === undefined) throw unknownMessage(conversation, msgid);
      return row;
    });
    if (id === undefined) return [];
    return ranges
      .flatMap((range) => this.#rows(id, range, query.commands))
      .map((row) => messageOf(conversation, row));
  }

  #idOf(conversation: string): number | undefined {
    return (this.#conversation.get(conversation) as { id: number } | undefined)?.id;
  }

  #add(conversation: string): number {
    const [one, other] = conversation.split(' '); // 'budi siti'; a channel has no space
    const names = other === undefined ? [null, null] : [one ?? null, other];
    return (this.#addConversation.get(conversation, ...names) as unknown as { id: number }).id;
  }

  #row(conversation: number | undefined, msgid: string): (MessageRow & Position) | undefined {
    if (conversation === undefined) return undefined;
    return this.#find.get(msgid, conversation) as unknown as MessageRow | undefined;
  }

  /**
   * The rows of a range, ascending. Commands are asked for one by one and merged: an index gives each of
   * them in order, so that rows of other commands cost nothing, be they a million.
   */
  #rows(id: number, range: HistoryRange, commands?: readonly string[]): MessageRow[] {
    const { after, before, from, limit } = range;
    const { ofAll, ofCommand } = this.#ranges[from];
    const bounds = [after.time, after.row, before.time, before.row, limit];
    if (commands === undefined) {
      const rows = ofAll.all(id, ...bounds) as unknown as MessageRow[];
      return from === 'start' ? rows : rows.reverse();
    }
    const rows = [...new Set(commands)]
      .flatMap((command) => ofCommand.all(id, command, ...bounds) as unknown as MessageRow[])
      .sort(comparePositions);
    return from === 'start' ? rows.slice(0, limit) : rows.slice(Math.max(0, rows.length - limit));
  }
}

interface RangeStatements {
  readonly ofAll: StatementSync;
  readonly ofCommand: StatementSync;
}

function rangeStatements(database: DatabaseSync, order: 'ASC' | 'DESC'): RangeStatements {
  // Left to itself, SQLite takes the first index for both, and looks at the command of a million rows.
  const select = (index: string, condition: string) =>
    database.prepare(`
      SELECT ${MESSAGE_COLUMNS} FROM messages INDEXED BY ${index}
      WHERE ${condition} AND (time, row) > (?, ?) AND (time, row) < (?, ?)
      ORDER BY time ${order}, row ${order} LIMIT ?`);
  return {
    ofAll: select('messages_of_conversation', 'conversation = ?'),
    ofCommand: select('messages_of_command', 'conversation = ? AND command = ?'),
  };
}

function unknownMessage(conversation: string, msgid: string): CodedError {
  return new CodedError('ERR_MESSAGE_UNKNOWN', `${conversation} has no message ${msgid}`, {
    details: { conversation, msgid },
  });
}
