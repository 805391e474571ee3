import { accessSync, closeSync, constants, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncOptions } from 'node:sqlite';
import { CodedError, codeOf } from '@praktikum/protocol/coded-error';
import { makeFolders } from '@praktikum/service/make-folders';
import { dataError, reasonOf, unusable } from './data-error.ts';
import { migrate, SCHEMA_VERSION, schemaVersion } from './schema.ts';

const DATABASE_FILE = 'chat.db';
const LOCK_FILE = 'chat.lock';

/** It holds password hashes: nobody else reads it. SQLite gives the mode of a database to its WAL, too. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/**
 * How long a write waits for another program that writes to the file, such as the shell of SQLite.
 * @unit ms
 * @against a thread that answers nothing while somebody else holds the file
 * @provenBy ./unwritable-store.spec.ts: goes on when another program holds the file
 */
const MAX_LOCK_WAIT_MS = 250;

/**
 * The WAL is cut back to this size once it has been moved into the database.
 * @unit bytes
 * @against the space on the disk that one busy minute, or one long reader, would take for ever
 * @provenBy ./open-database.spec.ts: cuts the WAL back
 */
const MAX_KEPT_WAL_BYTES = 16 * 1024 * 1024;

export interface OpenDatabase {
  readonly path: string;
  readonly database: DatabaseSync;
  /** After writing, the WAL moves into the file, and the folder is free for others. */
  close(): void;
}

/**
 * Opens the database of a folder, for one server at a time; makes both where they are missing.
 * @throws CodedError `ERR_CHAT_DATA`, `ERR_CHAT_DATA_IN_USE`
 */
export function openDatabase(folder: string): OpenDatabase {
  makeFolder(folder);
  const lock = lockFolder(folder);
  const path = join(folder, DATABASE_FILE);
  try {
    makeFile(path);
    const database = openWith(prepareToWrite, path, { timeout: MAX_LOCK_WAIT_MS });
    const close = () => {
      closeDatabase(database);
      lock.close();
    };
    return { path, database, close };
  } catch (error) {
    lock.close();
    throw dataError(path, error);
  }
}

/**
 * Opens it to read, in whatever state a server has left it, and while one writes to it.
 * @throws CodedError `ERR_CHAT_DATA`
 */
export function openForReading(folder: string): OpenDatabase {
  const path = join(folder, DATABASE_FILE);
  try {
    accessSync(path, constants.R_OK);
    const database = openWith(prepareToRead, path, { timeout: MAX_LOCK_WAIT_MS, readOnly: true });
    return { path, database, close: () => database.close() };
  } catch (error) {
    throw dataError(path, error);
  }
}

function openWith(
  prepare: (database: DatabaseSync) => void,
  path: string,
  options: DatabaseSyncOptions,
): DatabaseSync {
  const database = new DatabaseSync(path, options);
  try {
    prepare(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * `synchronous = NORMAL` with a WAL waits for no disk at a commit: what is committed lives in the system's
 * cache and survives the end of the process, `kill -9` too. A power cut may take the commits since the last
 * checkpoint, some seconds of a busy chat and more of a quiet one; it leaves a whole database
 * (https://sqlite.org/pragma.html#pragma_synchronous).
 */
function prepareToWrite(database: DatabaseSync): void {
  const version = schemaVersion(database); // before anything is changed: it may not be ours
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA journal_size_limit = ${MAX_KEPT_WAL_BYTES};
    PRAGMA secure_delete = ON; -- what is redacted does not stay in a free page
  `);
  migrate(database, version);
}

function prepareToRead(database: DatabaseSync): void {
  const version = schemaVersion(database);
  if (version === SCHEMA_VERSION) return;
  throw unusable(
    'SCHEMA_OLDER',
    `the schema has version ${version}; a server that opens it brings it to ${SCHEMA_VERSION}`,
  );
}

function closeDatabase(database: DatabaseSync): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // On a full disk what is committed stays in the WAL, where the next start finds it.
  }
  database.close();
}

function makeFolder(folder: string): void {
  try {
    makeFolders(folder, FOLDER_MODE);
  } catch (error) {
    throw dataError(folder, codeOf(error) === 'EEXIST' ? notAFolder(folder) : error);
  }
}

function notAFolder(folder: string): Error {
  return unusable('ENOTDIR', `${folder} is not a folder`);
}

/**
 * Makes it with its mode, so that no moment is left in which others may read it. A file that is there is
 * not opened: to close it again would end the locks that another thread of this process has on it.
 */
function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', FILE_MODE));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    accessSync(path, constants.R_OK | constants.W_OK);
  }
}

/**
 * A lock that ends with its process, however that ends: the system's own, on an empty database that is
 * never written. `chat.db` itself stays open to readers.
 */
function lockFolder(folder: string): DatabaseSync {
  const path = join(folder, LOCK_FILE);
  try {
    makeFile(path);
    const lock = new DatabaseSync(path, { timeout: 0 });
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    if (reasonOf(error) !== 'SQLITE_BUSY') throw dataError(path, error);
    throw new CodedError('ERR_CHAT_DATA_IN_USE', `another server uses ${folder}`, {
      cause: error,
      details: { path: folder },
    });
  }
}
