import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ExperimentRecord, FileRecord } from './evidence.ts';

/** Every file in a folder, with what it holds as a digest. */
export async function recordFiles(folder: string): Promise<FileRecord[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return Promise.all(paths.map((path) => recordFile(folder, path)));
}

/** The files of an experiment that are missing, or hold something else than they did. */
export async function changedFiles(
  results: string,
  { folder, files }: ExperimentRecord,
): Promise<string[]> {
  const place = join(results, folder);
  const changed = await Promise.all(
    files.map(async ({ path, sha256 }) => {
      const now = await recordFile(place, path).catch(() => undefined);
      return now?.sha256 === sha256 ? [] : [`${folder}/${path}`];
    }),
  );
  return changed.flat();
}

async function recordFile(folder: string, path: string): Promise<FileRecord> {
  const file = join(folder, path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const { size: bytes } = await stat(file);
  return { path: path.split(sep).join('/'), bytes, sha256: hash.digest('hex') };
}
