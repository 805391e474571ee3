import { readRegularFile } from '../evidence/read-regular-file.ts';

/**
 * Longest `jawaban.md` and `laporan.yaml`: some thirty pages of text.
 * @unit bytes
 * @against a film that was renamed, and marks that nobody has set and that take minutes to be read
 * @provenBy ./read-text.spec.ts: refuses a file that is too large
 */
export const MAX_TEXT_BYTES = 64 * 1024;

/**
 * The text of a file that a person has written: in UTF-8, or in UTF-16 as older editors of Windows save it.
 * @returns undefined where there is no such file
 * @throws CodedError `ERR_FILE`
 */
export async function readText(path: string): Promise<string | undefined> {
  const bytes = await readRegularFile(path, MAX_TEXT_BYTES);
  if (bytes === undefined) return undefined;
  return new TextDecoder(encodingOf(bytes)).decode(bytes).replaceAll(/\r\n?/g, '\n');
}

/** By its mark, which every editor that does not write UTF-8 puts in front. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
