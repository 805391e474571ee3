import { readFile } from 'node:fs/promises';
import { CodedError, codeOf, escapeControls } from '@praktikum/protocol';

/**
 * Longest `jawaban.md` and `laporan.yaml`.
 * @unit bytes
 * @against a picture or a film that was renamed
 * @provenBy ./read-text.spec.ts: refuses a file that is too large
 */
export const MAX_TEXT_BYTES = 1024 * 1024;

/**
 * The text of a file that a person has written: in UTF-8, or in UTF-16 as older editors of Windows save it.
 * @returns undefined where there is no such file
 * @throws CodedError `ERR_FILE`
 */
export async function readText(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unreadable(path, codeOf(error), error);
  });
  if (bytes === undefined) return undefined;
  if (bytes.length > MAX_TEXT_BYTES) throw unreadable(path, 'ERR_TOO_LARGE');
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes).replaceAll('\r\n', '\n');
}

function unreadable(path: string, reason: string, cause?: unknown): CodedError {
  return new CodedError('ERR_FILE', `cannot read ${path}`, {
    cause,
    details: { path: escapeControls(path), reason },
  });
}
