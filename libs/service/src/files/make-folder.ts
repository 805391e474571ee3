import { codeOf } from '@praktikum/protocol';
import { makeFolders } from './make-folders.ts';
import { outputError } from './output-file.ts';

/**
 * Makes a folder for output, and those that it is in, where there are none yet.
 * @throws CodedError `ERR_FILE`, also where something else has its name
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    makeFolders(path);
  } catch (error) {
    throw outputError(path, codeOf(error) === 'EEXIST' ? { code: 'ENOTDIR' } : error);
  }
}
