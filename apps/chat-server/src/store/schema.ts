import type { DatabaseSync } from 'node:sqlite';
import { unusable } from './data-error.ts';

/** `Chat` in ASCII, in the header of the file: what tells our database from another program's. */
const APPLICATION_ID = 0x43686174;

/**
 * Each makes the schema of the next version; `user_version` says how many have been applied.
 *
 * In `messages`, `row` is the order of arrival. A page is a range of the index (conversation, time, row): an
 * index ends with the row by itself. The index that has the command, too, makes a page of one command as
 * quick where others are a million. The triggers count, so that retention need not.
 */
const VERSIONS = [
  `
  CREATE TABLE conversations (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    one TEXT, other TEXT,                 -- the two of a private talk
    messages INTEGER NOT NULL DEFAULT 0   -- kept by the triggers
  ) STRICT;
  CREATE INDEX talks_of_one ON conversations (one) WHERE one IS NOT NULL;
  CREATE INDEX talks_of_other ON conversations (other) WHERE other IS NOT NULL;

  CREATE TABLE messages (
    row INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversations,
    time INTEGER NOT NULL,
    msgid TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    account TEXT,
    bot INTEGER NOT NULL,
    command TEXT NOT NULL,
    params TEXT NOT NULL,                 -- a JSON array
    tags TEXT                             -- a JSON object, where there are any
  ) STRICT;
  CREATE INDEX messages_of_conversation ON messages (conversation, time);
  CREATE INDEX messages_of_command ON messages (conversation, command, time);
  CREATE INDEX messages_by_time ON messages (time);

  CREATE TRIGGER message_added AFTER INSERT ON messages BEGIN
    UPDATE conversations SET messages = messages + 1 WHERE id = new.conversation;
  END;
  CREATE TRIGGER message_removed AFTER DELETE ON messages BEGIN
    UPDATE conversations SET messages = messages - 1 WHERE id = old.conversation;
    DELETE FROM conversations WHERE id = old.conversation AND messages = 0;
  END;

  CREATE TABLE accounts (
    name TEXT PRIMARY KEY,
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    teacher INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE channels (key TEXT PRIMARY KEY, channel TEXT NOT NULL /* JSON */) STRICT;
  CREATE TABLE markers (
    account TEXT NOT NULL, target TEXT NOT NULL, time INTEGER NOT NULL,
    PRIMARY KEY (account, target)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
];

/** The version of the schema that this program writes. */
export const SCHEMA_VERSION = VERSIONS.length;

/** Brings a database of this version, 0 for an empty one, to the version that this program writes. */
export function migrate(database: DatabaseSync, version: number): void {
  if (version === SCHEMA_VERSION) return;
  database.exec(`BEGIN IMMEDIATE; PRAGMA application_id = ${APPLICATION_ID}`);
  for (const change of VERSIONS.slice(version)) database.exec(change);
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
}

/**
 * The version of a database that we may use; changes nothing.
 * @throws an error whose code is `SCHEMA_NEWER` for a schema that this program does not know,
 *   `SCHEMA_FOREIGN` for the database of another program
 */
export function schemaVersion(database: DatabaseSync): number {
  const version = pragma(database, 'user_version');
  const application = pragma(database, 'application_id');
  const hasTables = database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined;
  if (application !== APPLICATION_ID && (hasTables || version > 0)) {
    throw unusable('SCHEMA_FOREIGN', 'the database belongs to another program');
  }
  if (version > SCHEMA_VERSION) {
    throw unusable(
      'SCHEMA_NEWER',
      `the schema has version ${version}, and this program knows ${SCHEMA_VERSION}`,
    );
  }
  return version;
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}
