import { mkdir } from 'node:fs/promises';
import { codeOf } from '@praktikum/protocol';
import { outputError } from '@praktikum/service';

/**
 * Makes a folder where there is none yet.
 * @throws CodedError `ERR_FILE`, also where something else has its name
 */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    throw outputError(path, codeOf(error) === 'EEXIST' ? { code: 'ENOTDIR' } : error);
  });
}
