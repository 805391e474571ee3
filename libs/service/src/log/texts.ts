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
      `${lines.toLocaleString('id')} baris serupa dalam satu detik tidak ditulis (--log-level debug menulis semuanya): ${lastText}`,
    lost: (lines) => `${lines} baris log hilang karena tidak sempat ditulis.`,
    unwritable: (code) =>
      `PERINGATAN: Log tidak dapat ditulis ke keluaran standar (${fileReason('id', code)}); server tetap melayani.`,
  },
  en: {
    marks: { warn: 'WARNING', error: 'ERROR', fatal: 'ERROR' },
    leftOut: (lines, lastText) =>
      `${lines.toLocaleString('en')} similar lines were left out within one second (--log-level debug writes them all): ${lastText}`,
    lost: (lines) =>
      `${lines} lines of the log were lost because they could not be written in time.`,
    unwritable: (code) =>
      `WARNING: The log cannot be written to standard output (${fileReason('en', code)}); the server goes on serving.`,
  },
};
