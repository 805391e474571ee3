import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '@praktikum/protocol';
import { outputError } from './output-file.ts';

/**
 * Makes a folder, and those that it is in, where there are none yet. Not by `mkdir` with `recursive`: where a
 * parent is there and refuses with ENOENT, as /proc does, Node 26.10 tries for ever.
 * @throws CodedError `ERR_FILE`, also where something else has its name
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (error) {
    throw outputError(path, codeOf(error) === 'EEXIST' ? { code: 'ENOTDIR' } : error);
  }
}

async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const parent = dirname(path);
    if (codeOf(error) === 'ENOENT' && parent !== path) {
      await makeOne(parent);
      await mkdir(path).catch(unlessFolder(path));
    } else {
      await unlessFolder(path)(error);
    }
  }
}

/** Another process may have made it meanwhile; a drive of Windows refuses with EPERM. */
function unlessFolder(path: string) {
  return async (error: unknown) => {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory() !== true) throw error;
  };
}
