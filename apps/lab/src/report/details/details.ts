import { LineCounter, parseDocument } from 'yaml';
import { CodedError, escapeControls } from '@praktikum/protocol';

/** What the title page says: `laporan.yaml`. */
export interface ReportDetails {
  readonly name: string;
  readonly class: string;
  readonly school: string;
  /** As it was written. */
  readonly date: string;
}

/** Their names in the file; English ones are understood too. */
const DETAIL_KEYS: Readonly<Record<keyof ReportDetails, readonly [id: string, en: string]>> = {
  name: ['nama', 'name'],
  class: ['kelas', 'class'],
  school: ['sekolah', 'school'],
  date: ['tanggal', 'date'],
};

/** In the order in which they stand on the title page. */
export const DETAILS = Object.keys(DETAIL_KEYS) as readonly (keyof ReportDetails)[];

/**
 * Characters of one detail.
 * @unit characters
 * @against a title page of many pages
 * @provenBy ./details.spec.ts: refuses %s
 */
export const MAX_DETAIL_CHARACTERS = 500;

/**
 * Reads `laporan.yaml`. What is missing there is missing in what is returned.
 * @param path for errors
 * @throws CodedError `ERR_DETAILS` with the line that cannot be read
 */
export function readDetails(text: string, path: string): Partial<ReportDetails> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    ...{ lineCounter: lines, schema: 'failsafe' },
    logLevel: 'error', // what it would warn of is refused below
  });
  const [error] = document.errors;
  if (error !== undefined) throw unreadable(path, lines.linePos(error.pos[0]).line, error.message);
  const values = valuesOf(() => document.toJS() as unknown) ?? {};
  if (typeof values !== 'object' || Array.isArray(values)) throw unreadable(path, 1, '');
  const entries = Object.entries(values as Record<string, unknown>);
  const found: Partial<Record<keyof ReportDetails, string>> = {};
  for (const [key, value] of entries) {
    const detail = detailOf(key);
    // Also where `nama` and `name` are there.
    if (detail === undefined || typeof value !== 'string' || found[detail] !== undefined) {
      throw unreadable(path, lineOf(text, key), key);
    }
    if (value.length > MAX_DETAIL_CHARACTERS) {
      throw unreadable(path, lineOf(text, key), `${key} > ${MAX_DETAIL_CHARACTERS}`);
    }
    if (value.trim() !== '') found[detail] = value.trim();
  }
  return found;
}

/** What repeats itself without end is no value. */
function valuesOf(convert: () => unknown): unknown {
  try {
    return convert();
  } catch {
    return [];
  }
}

/** The details as a file to be filled in. */
export function writtenDetails(details: Partial<ReportDetails>): string {
  const lines = Object.entries(DETAIL_KEYS).map(([detail, [key]]) => {
    const value = details[detail as keyof ReportDetails] ?? '';
    return `${key}: ${JSON.stringify(value)}`;
  });
  return `${lines.join('\n')}\n`;
}

/** The text with these details filled in; all else in it stays, comments too. */
export function completedDetails(text: string, details: Partial<ReportDetails>): string {
  const document = parseDocument(text, { schema: 'failsafe' });
  const keys = Object.keys((document.toJS() as Record<string, unknown> | null) ?? {});
  for (const [detail, value] of Object.entries(details)) {
    const [written] = DETAIL_KEYS[detail as keyof ReportDetails];
    document.set(keys.find((key) => detailOf(key) === detail) ?? written, value);
  }
  return document.toString();
}

function detailOf(key: string): keyof ReportDetails | undefined {
  const names = Object.entries(DETAIL_KEYS);
  const found = names.find(([, known]) => known.includes(key.toLowerCase()));
  return found?.[0] as keyof ReportDetails | undefined;
}

function lineOf(text: string, key: string): number {
  return text.split('\n').findIndex((line) => line.trimStart().startsWith(key)) + 1 || 1;
}

function unreadable(path: string, line: number, reason: string): CodedError {
  return new CodedError('ERR_DETAILS', `${path}:${line} cannot be read`, {
    details: { path: escapeControls(path), line, reason: reason.split('\n')[0] ?? '' },
  });
}
