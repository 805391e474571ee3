import { fileReason, type Language } from '@praktikum/service';

/** Why something cannot be written, in words: `ENOSPC` is a full disk. */
export function reasonOf(code: string, language: Language): string {
  // SQLite has codes of its own for what the system says.
  const known: Record<string, string> = {
    SQLITE_FULL: 'ENOSPC',
    SQLITE_BUSY: 'EBUSY',
    SQLITE_LOCKED: 'EBUSY',
    SQLITE_READONLY: 'EROFS',
    SQLITE_IOERR: 'EIO',
  };
  return fileReason(language, known[code] ?? code);
}
