import { fileReason } from '../errors/file-reasons.ts';
import type { Catalogue } from '../language.ts';

/** What a log says of itself. */
export interface LogTexts {
  /** What stands before a line on a terminal, by its level. */
  readonly marks: Readonly<Record<string, string>>;
  readonly leftOut: (lines: number, lastText: string) => string;
  readonly lost: (lines: number) => string;
  /** @param code what the system answered */
  readonly unwritable: (code: string) => string;
}

export const LOG_TEXTS: Catalogue<LogTexts> = {
  id: {
    marks: { warn: 'PERINGATAN', error: 'KESALAHAN', fatal: 'KESALAHAN' },
    leftOut: (lines, lastText) =>
      `${lines.toLocaleString('id')} baris seperti ini tidak ditulis dalam satu detik (--log-level debug menulis semua): ${lastText}`,
    lost: (lines) => `${lines} baris catatan hilang karena tidak dapat ditulis pada waktunya.`,
    unwritable: (code) =>
      `PERINGATAN: Catatan tidak dapat ditulis ke keluaran standar (${fileReason('id', code)}); server tetap melayani.`,
  },
  en: {
    marks: { warn: 'WARNING', error: 'ERROR', fatal: 'ERROR' },
    leftOut: (lines, lastText) =>
      `${lines.toLocaleString('en')} lines like this were left out in one second (--log-level debug writes all): ${lastText}`,
    lost: (lines) =>
      `${lines} lines of the log were lost because they could not be written in time.`,
    unwritable: (code) =>
      `WARNING: The log cannot be written to standard output (${fileReason('en', code)}); the server goes on serving.`,
  },
};
