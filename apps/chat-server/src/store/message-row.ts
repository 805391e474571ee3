import type { StoredMessage } from './stored-message.ts';

/** The columns of {@link MessageRow}. */
export const MESSAGE_COLUMNS = `row, time, msgid, source, account, bot, command, params, tags`;

/** A message as SQLite gives it. */
export interface MessageRow {
  readonly row: number;
  readonly time: number;
  readonly msgid: string;
  readonly source: string;
  readonly account: string | null;
  readonly bot: number;
  readonly command: string;
  readonly params: string;
  readonly tags: string | null;
}

/** The message of a row. */
export function messageOf(conversation: string, row: MessageRow): StoredMessage {
  return {
    conversation,
    msgid: row.msgid,
    time: row.time,
    source: row.source,
    ...(row.account === null ? {} : { account: row.account }),
    ...(row.bot === 0 ? {} : { isBot: true }),
    command: row.command,
    params: JSON.parse(row.params) as string[],
    tags: row.tags === null ? {} : (JSON.parse(row.tags) as Record<string, string>),
  };
}

/** The values of a message's columns, from `time` to `tags`. */
export function columnsOf(message: StoredMessage): (string | number | null)[] {
  const { time, msgid, source, account = null, isBot = false, command, params, tags } = message;
  const hasTags = Object.keys(tags).length > 0;
  return [
    time,
    msgid,
    source,
    account,
    Number(isBot),
    command,
    JSON.stringify(params),
    hasTags ? JSON.stringify(tags) : null,
  ];
}
