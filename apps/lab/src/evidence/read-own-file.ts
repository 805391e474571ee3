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
 * Reads a file of an experiment. A link that leads out of the results is not followed, whoever has put it there.
 * @param results the folder `hasil`
 * @returns undefined where there is no such file, or none that can be shown
 */
export async function readOwnFile(
  results: string,
  folder: string,
  file: string,
): Promise<Buffer | undefined> {
  const path = join(results, folder, file);
  try {
    const stats = await lstat(path);
    if (!stats.isFile() || stats.size > MAX_SHOWN_BYTES) return undefined;
    const [place, root] = await Promise.all([realpath(path), realpath(results)]);
    return place.startsWith(root + sep) ? await readFile(path) : undefined;
  } catch {
    return undefined;
  }
}
