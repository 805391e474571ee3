import { lstat, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/**
 * Largest file of evidence that is shown.
 * @unit bytes
 * @against a page that nobody can open
 * @provenBy ./read-own-file.spec.ts: reads no %s
 */
export const MAX_SHOWN_BYTES = 4 * 1024 * 1024;

/**
 * Reads a file in a folder of the lab's, such as `hasil`. What leads out of it is not followed, be it a path or a
 * link that somebody has put there.
 * @param file its path in the folder
 * @param most bytes it may have
 * @returns undefined where there is no such file, or none that can be shown
 */
export async function readOwnFile(
  folder: string,
  file: string,
  most = MAX_SHOWN_BYTES,
): Promise<Buffer | undefined> {
  const path = join(folder, file);
  try {
    const stats = await lstat(path);
    if (!stats.isFile() || stats.size > most) return undefined;
    const [place, root] = await Promise.all([realpath(path), realpath(folder)]);
    return place.startsWith(root + sep) ? await readFile(path) : undefined;
  } catch {
    return undefined;
  }
}
