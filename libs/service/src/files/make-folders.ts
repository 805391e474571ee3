import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '@praktikum/protocol/coded-error';

/**
 * Makes a folder, and those that it is in, where there are none yet. Not by `mkdir` with `recursive`: where a
 * parent is there and refuses with ENOENT, as /proc does, Node 26.10 tries for ever.
 * @param mode of those that are made. Default: that of the process
 * @throws what the system says; `EEXIST` also where something else has its name
 */
export function makeFolders(path: string, mode?: number): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (isFolder(path)) return; // it is there, or a drive of Windows, which refuses with EPERM
    const parent = dirname(path);
    if (codeOf(error) !== 'ENOENT' || parent === path) throw error;
    makeFolders(parent, mode);
    makeLast(path, mode);
  }
}

/** Another process may have made it meanwhile. */
function makeLast(path: string, mode: number | undefined): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
