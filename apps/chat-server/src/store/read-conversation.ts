import { dataError } from './data-error.ts';
import { START, type Position } from './history-range.ts';
import { MESSAGE_COLUMNS, messageOf, type MessageRow } from './message-row.ts';
import { openForReading, type OpenDatabase } from './open-database.ts';
import type { StoredMessage } from './stored-message.ts';

/**
 * Messages that are read at once.
 * @unit messages
 * @against a reader that takes its time in one statement, so that the WAL of the server grows
 * @provenBy ./read-conversation.spec.ts: reads while a server writes, so many at once
 */
const ROWS_AT_ONCE = 500;

/**
 * All messages of a conversation, in order, read in this thread. A server may have the folder open, or have
 * been killed. Nothing is opened until the first message is asked for.
 * @throws CodedError `ERR_CHAT_DATA`, when the iteration begins
 */
export function* readConversation(folder: string, conversation: string): Iterable<StoredMessage> {
  const opened = openForReading(folder);
  try {
    let rows: MessageRow[];
    let last: Position = START;
    do {
      rows = rowsAfter(opened, conversation, last);
      for (const row of rows) yield messageOf(conversation, row);
      last = rows.at(-1) ?? last;
    } while (rows.length === ROWS_AT_ONCE);
  } finally {
    opened.close();
  }
}

function rowsAfter(
  { database, path }: OpenDatabase,
  conversation: string,
  { time, row }: Position,
): MessageRow[] {
  try {
    const rows = database.prepare(`
      SELECT ${MESSAGE_COLUMNS} FROM messages INDEXED BY messages_of_conversation
      WHERE conversation = (SELECT id FROM conversations WHERE name = ?) AND (time, row) > (?, ?)
      ORDER BY time, row LIMIT ${ROWS_AT_ONCE}`);
    return rows.all(conversation, time, row) as unknown as MessageRow[];
  } catch (error) {
    throw dataError(path, error);
  }
}
