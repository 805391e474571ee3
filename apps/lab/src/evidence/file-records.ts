import { lstat, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { codeOf } from '@praktikum/protocol';
import type { ExperimentRecord, FileRecord } from './evidence.ts';
import { sha256OfFile } from './sha256-of.ts';

/** What is of no file, but of this process or system: it says nothing of a change. */
const NOT_OF_THE_FILE = ['EMFILE', 'ENFILE', 'ENOMEM', 'EIO'];

/** Every file in a folder, with what it holds as a digest. */
export async function recordFiles(folder: string): Promise<FileRecord[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const records: FileRecord[] = [];
  for (const path of paths) {
    const file = join(folder, path);
    const { size: bytes } = await lstat(file);
    records.push({ path: path.split(sep).join('/'), bytes, sha256: await sha256OfFile(file) });
  }
  return records;
}

/**
 * The files of an experiment that are missing, or hold something else than they did.
 * @param results the folder `hasil`
 */
export async function changedFiles(results: string, record: ExperimentRecord): Promise<string[]> {
  const changed = await changedIn(join(results, record.folder), record);
  return changed.map((path) => `${record.folder}/${path}`);
}

/**
 * The same, where the files of the experiment are in another folder.
 * @throws what the system says of itself, such as `EMFILE`
 */
export async function changedIn(folder: string, { files }: ExperimentRecord): Promise<string[]> {
  const changed: string[] = [];
  // One after the other: a process may have few descriptors.
  for (const file of files) if (!(await isAsRecorded(folder, file))) changed.push(file.path);
  return changed;
}

/** A link, a pipe or a larger file is another one already, and is not read. */
async function isAsRecorded(folder: string, { path, bytes, sha256 }: FileRecord): Promise<boolean> {
  const file = join(folder, path);
  try {
    const stats = await lstat(file);
    return stats.isFile() && stats.size === bytes && (await sha256OfFile(file)) === sha256;
  } catch (error) {
    if (NOT_OF_THE_FILE.includes(codeOf(error))) throw error;
    return false;
  }
}
