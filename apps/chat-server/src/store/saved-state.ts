import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { StoredAccount, StoredChannel, StoredMarker, StoredState } from './stored-state.ts';

/** What a program keeps in memory, as a database has it. */
export class SavedState {
  readonly #database: DatabaseSync;
  readonly #saveAccount: StatementSync;
  readonly #saveChannel: StatementSync;
  readonly #removeChannel: StatementSync;
  readonly #saveMarker: StatementSync;
  readonly #saveSetting: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#saveAccount = database.prepare('REPLACE INTO accounts VALUES (?, ?, ?, ?)');
    this.#saveChannel = database.prepare('REPLACE INTO channels VALUES (?, ?)');
    this.#removeChannel = database.prepare('DELETE FROM channels WHERE key = ?');
    this.#saveMarker = database.prepare('REPLACE INTO markers VALUES (?, ?, ?)');
    this.#saveSetting = database.prepare('REPLACE INTO settings VALUES (?, ?)');
  }

  read(): StoredState {
    const all = <Row>(query: string) => this.#database.prepare(query).all() as unknown as Row[];
    const accounts = all<AccountRow>('SELECT * FROM accounts');
    const channels = all<{ channel: string }>('SELECT channel FROM channels');
    const settings = all<{ name: string; value: string }>('SELECT name, value FROM settings');
    return {
      accounts: accounts.map((row) => ({
        name: row.name,
        passwordHash: row.password_hash,
        createdAt: row.created_at,
        isTeacher: row.teacher === 1,
      })),
      channels: channels.map(({ channel }) => JSON.parse(channel) as StoredChannel),
      markers: all<StoredMarker>('SELECT account, target, time FROM markers').map((row) => ({
        ...row,
      })),
      settings: Object.fromEntries(settings.map(({ name, value }) => [name, value])),
    };
  }

  saveAccount({ name, passwordHash, createdAt, isTeacher }: StoredAccount): void {
    this.#saveAccount.run(name, passwordHash, createdAt, Number(isTeacher));
  }

  /** @param key the folded name */
  saveChannel(key: string, channel: StoredChannel): void {
    this.#saveChannel.run(key, JSON.stringify(channel));
  }

  removeChannel(key: string): void {
    this.#removeChannel.run(key);
  }

  saveMarker({ account, target, time }: StoredMarker): void {
    this.#saveMarker.run(account, target, time);
  }

  saveSetting(name: string, value: string): void {
    this.#saveSetting.run(name, value);
  }
}

interface AccountRow {
  readonly name: string;
  readonly password_hash: string;
  readonly created_at: number;
  readonly teacher: number;
}
