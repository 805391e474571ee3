import { fileReason, type Language } from '@praktikum/service';

/** What the system says in other words of SQLite, by what it calls it itself. */
const OF_THE_SYSTEM: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'EBUSY',
  SQLITE_LOCKED: 'EBUSY',
  SQLITE_READONLY: 'EROFS',
};

const REASONS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: {
    SQLITE_NOTADB: 'berkasnya bukan basis data SQLite, atau rusak',
    SQLITE_CORRUPT: 'basis datanya rusak',
    SQLITE_CANTOPEN: 'basis datanya tidak dapat dibuka',
    SCHEMA_NEWER: 'ditulis oleh versi yang lebih baru',
    SCHEMA_OLDER: 'ditulis oleh versi yang lebih lama',
    SCHEMA_FOREIGN: 'basis data ini milik program lain',
  },
  en: {
    SQLITE_NOTADB: 'the file is no SQLite database, or is damaged',
    SQLITE_CORRUPT: 'the database is damaged',
    SQLITE_CANTOPEN: 'the database cannot be opened',
    SCHEMA_NEWER: 'a newer version has written it',
    SCHEMA_OLDER: 'an older version has written it',
    SCHEMA_FOREIGN: 'this database belongs to another program',
  },
};

/** Why the data cannot be used or written, in words, by a reason of the store: `ENOSPC`, `SQLITE_CORRUPT`. */
export function dataReason(language: Language, reason: string | number = ''): string {
  return REASONS[language][reason] ?? fileReason(language, OF_THE_SYSTEM[reason] ?? reason);
}
