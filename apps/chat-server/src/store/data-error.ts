import { CodedError, codeOf, messageOf } from '@praktikum/protocol/coded-error';
import type { SentError, StoreErrorCode } from './thread-messages.ts';

/**
 * What the primary result codes of SQLite (https://sqlite.org/rescode.html) that speak of the disk or the
 * file are called here. The system's own word is used where there is only one.
 */
const DISK_REASONS: Readonly<Record<number, string>> = {
  3: 'EACCES',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  7: 'ENOMEM',
  8: 'SQLITE_READONLY',
  10: 'EIO',
  11: 'SQLITE_CORRUPT',
  13: 'ENOSPC',
  14: 'SQLITE_CANTOPEN',
  15: 'SQLITE_PROTOCOL',
  26: 'SQLITE_NOTADB',
};

/** Why a file or a folder cannot be used, for {@link dataError}. @param reason `ENOTDIR`, `SCHEMA_NEWER` */
export function unusable(reason: string, message: string): Error {
  return Object.assign(new Error(message), { code: reason });
}

/** The data cannot be used: `ERR_CHAT_DATA` with the path and the reason, a code. */
export function dataError(path: string, error: unknown): CodedError {
  const reason = reasonOf(error);
  return new CodedError('ERR_CHAT_DATA', `${path} cannot be used: ${messageOf(error)}`, {
    cause: error,
    details: { path, reason },
  });
}

/** `ENOSPC`, `SQLITE_NOTADB`, …: why a file or its database could not be used. */
export function reasonOf(error: unknown): string {
  const result = primaryResult(error);
  if (result === undefined) return codeOf(error);
  return DISK_REASONS[result] ?? `SQLITE_${result}`;
}

/** Whether the disk is at fault, so that the same may work later, and not what was to be written. */
export function isDiskFailure(error: unknown): boolean {
  const result = primaryResult(error);
  return result !== undefined && result in DISK_REASONS;
}

/** For another thread. */
export function sentError(error: unknown): SentError {
  const details = error instanceof CodedError ? error.details : {};
  // Whatever else is thrown in that thread is a mistake of ours, and arrives under its own name.
  return { code: codeOf(error) as StoreErrorCode, message: messageOf(error), details };
}

/** What another thread has sent. */
export function receivedError({ code, message, details }: SentError): CodedError {
  return new CodedError(code, message, { details });
}

/** node:sqlite gives the extended result code, 778 (SQLITE_IOERR_WRITE); its low byte is the primary one. */
function primaryResult(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
