import { access, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '@praktikum/protocol';
import type { Evidence } from '../evidence/evidence.ts';
import { changedIn } from '../evidence/file-records.ts';

/** In it an experiment works, or what was there before waits: `.1-handshake.lab-12345-1`. */
const TEMPORARY = /^\.(\d-[\w-]+)\.lab-(\d+)-\d+$/;
/** A file that was not written to its end. */
const UNFINISHED = /^(?:evidence\.json|index\.html)\.(\d+)\.tmp$/;

/** What was there before, while something else takes its place. */
export const BEFORE = 'before';

/** The name of a folder that is there for a time only. */
export function nameOfTemporary(folder: string, count: number): string {
  return `.${folder}.lab-${process.pid}-${count}`;
}

/** Whether a name is one that a practicum leaves when it is killed. */
export function isLeftOver(name: string): boolean {
  return TEMPORARY.test(name) || UNFINISHED.test(name);
}

/**
 * A practicum that was killed has left its folders; one that still runs has not. Where it was killed while it put
 * new results in the place of earlier ones, the earlier ones come back, unless the new ones are on record.
 */
export async function removeLeftOvers(path: string, evidence: Evidence): Promise<void> {
  for (const name of await readdir(path)) {
    const [, folder, pid] = TEMPORARY.exec(name) ?? [];
    const [, unfinishedPid] = UNFINISHED.exec(name) ?? [];
    const owner = pid ?? unfinishedPid;
    if (owner === undefined || isRunning(Number(owner))) continue;
    if (folder !== undefined) await restore(path, folder, join(path, name, BEFORE), evidence);
    await rm(join(path, name), { recursive: true, force: true });
  }
}

async function restore(
  path: string,
  folder: string,
  before: string,
  { experiments }: Evidence,
): Promise<void> {
  if (!(await isThere(before))) return;
  const target = join(path, folder);
  if (await isThere(target)) {
    const record = experiments.find((each) => each.folder === folder);
    if (record === undefined || (await changedIn(target, record)).length === 0) return;
    if ((await changedIn(before, record)).length > 0) return;
    await rm(target, { recursive: true, force: true });
  }
  await rename(before, target);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** One of another user runs, and may not be asked. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
