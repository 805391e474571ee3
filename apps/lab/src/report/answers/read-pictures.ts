import { photoPng } from '@praktikum/document';
import { readOwnFile } from '../../evidence/read-own-file.ts';

/**
 * Largest file of a picture in an answer: more than a telephone's photo has.
 * @unit bytes
 * @against a film that was renamed
 * @provenBy ./read-pictures.spec.ts: reads no picture %s
 */
const MAX_PICTURE_BYTES = 32 * 1024 * 1024;

/**
 * Most pictures in the answers of one report.
 * @unit pictures
 * @against a report that no program opens
 * @provenBy ./read-pictures.spec.ts: reads forty pictures, and no more
 */
const MAX_PICTURES = 40;

/**
 * The pictures of a writer's own, as PNG.
 * @param folder of the report: a picture from elsewhere is not read, neither by its path nor through a link
 * @param names as Markdown has them: `foto%20saya.png`, `gambar\foto.png`
 * @returns those that can be shown, by these names
 * @throws an AbortError
 */
export async function readPictures(
  folder: string,
  names: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  // Also those that turn out to be none: each takes its time.
  for (const name of [...new Set(names)].slice(0, MAX_PICTURES)) {
    signal.throwIfAborted();
    const bytes = await readOwnFile(folder, pathOf(name), MAX_PICTURE_BYTES);
    const png = bytes && (await photoPng(bytes));
    if (png) pictures.set(name, png);
  }
  return pictures;
}

function pathOf(name: string): string {
  const path = name.replaceAll('\\', '/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // `100%.png`
  }
}
