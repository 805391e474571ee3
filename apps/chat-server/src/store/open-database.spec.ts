import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openDatabase } from './open-database.ts';

// Root may read everything, and Windows has other rights.
const asUser = process.getuid?.() ? it : it.skip;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chat-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'chat.db');

/** What it throws: the code, the path and the reason. */
function refusalOf(path: string): unknown {
  try {
    openDatabase(path).close();
    return 'opened';
  } catch (error) {
    return error;
  }
}

const refused = (path: string, reason: string) =>
  expect.objectContaining({ code: 'ERR_CHAT_DATA', details: { path, reason } });

function write(sql: string): void {
  const database = new DatabaseSync(file());
  database.exec(sql);
  database.close();
}

describe('openDatabase', () => {
  it('refuses a path that is not a folder, or leads through a file', () => {
    const text = join(folder, 'catatan.txt');
    writeFileSync(text, 'halo');
    expect(refusalOf(text)).toEqual(refused(text, 'ENOTDIR'));
    expect(refusalOf(join(text, 'data'))).toEqual(refused(join(text, 'data'), 'ENOTDIR'));
  });

  it('refuses a text file in the place of the database, and leaves it as it is', () => {
    writeFileSync(file(), 'catatan saya\n'.repeat(100));
    expect(refusalOf(folder)).toEqual(refused(file(), 'SQLITE_NOTADB'));
    expect(statSync(file()).size).toBe(1300);
  });

  it('refuses a folder in the place of the database', () => {
    mkdirSync(file());
    expect(refusalOf(folder)).toEqual(refused(file(), 'SQLITE_CANTOPEN'));
  });

  it('refuses a database that a newer version has written', () => {
    openDatabase(folder).close();
    write('PRAGMA user_version = 999');
    expect(refusalOf(folder)).toEqual(refused(file(), 'SCHEMA_NEWER'));
  });

  it('refuses the database of another program, and leaves it as it is', () => {
    write('CREATE TABLE notes (text TEXT)');
    expect(refusalOf(folder)).toEqual(refused(file(), 'SCHEMA_FOREIGN'));
    const database = new DatabaseSync(file());
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' });
    database.close();
  });

  asUser('refuses a folder without rights', () => {
    chmodSync(folder, 0o500);
    expect(refusalOf(folder)).toEqual(refused(join(folder, 'chat.lock'), 'EACCES'));
    chmodSync(folder, 0o700);
  });

  asUser('refuses a database without rights', () => {
    openDatabase(folder).close();
    chmodSync(file(), 0o400);
    expect(refusalOf(folder)).toEqual(refused(file(), 'EACCES'));
  });

  it('takes the empty file that a crash has left', () => {
    writeFileSync(file(), '');
    expect(refusalOf(folder)).toBe('opened');
    expect(refusalOf(folder)).toBe('opened');
  });

  it('lets go of the folder when it refuses it', () => {
    writeFileSync(file(), 'catatan saya\n'.repeat(100));
    refusalOf(folder);
    rmSync(file());
    expect(refusalOf(folder)).toBe('opened');
  });

  it('cuts the WAL back', () => {
    const { database, close } = openDatabase(folder);
    const size = () => statSync(`${file()}-wal`).size;
    const save = database.prepare('REPLACE INTO settings VALUES (?, ?)');
    database.exec('BEGIN');
    for (let n = 0; n < 400; n++) save.run(`big${n}`, 'x'.repeat(64 * 1024));
    database.exec('COMMIT');
    const most = size();
    database.exec('PRAGMA wal_checkpoint(RESTART)');
    save.run('small', 'x');
    expect(most).toBeGreaterThan(20 * 1024 * 1024);
    expect(size()).toBeLessThanOrEqual(16 * 1024 * 1024);
    close();
    expect(() => size()).toThrow('ENOENT');
  });
});
