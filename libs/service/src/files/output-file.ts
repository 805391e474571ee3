import type { Stats } from 'node:fs';
import { access, constants, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CodedError, codeOf, escapeControls } from '@praktikum/protocol';
import { replaceFile } from './replace-file.ts';

/**
 * Makes sure, before the work that is to fill it, that a file can be written.
 * @param replace whether a file of that name may be replaced
 * @throws CodedError `ERR_OUTPUT_EXISTS` when it may not and is there, `ERR_FILE` when writing would fail
 */
export async function requireWritable(path: string, replace: boolean): Promise<void> {
  const existing = await statOf(path);
  if (existing?.isDirectory()) throw outputError(path, { code: 'EISDIR' });
  const isDevice = existing?.isCharacterDevice() ?? false;
  if (existing && !isDevice && !replace) throw outputError(path, { code: 'EEXIST' });
  const needed = isDevice ? path : dirname(resolve(path));
  await access(needed, constants.W_OK).catch((error: unknown) => {
    throw outputError(path, error);
  });
}

/**
 * Writes a file in one step: what stood there stays until the new one is whole. A device (`/dev/null`)
 * is written to and stays what it is.
 * @param replace whether a file of that name may be replaced
 * @throws CodedError `ERR_OUTPUT_EXISTS` when it may not and is there, `ERR_FILE` when writing fails
 */
export async function writeOutput(
  path: string,
  data: string | Uint8Array,
  replace: boolean,
): Promise<void> {
  if ((await statOf(path))?.isCharacterDevice()) return write(path, path, data, 'w');
  if (!replace) return write(path, path, data, 'wx');
  const temporary = `${path}.${process.pid}.tmp`;
  await rm(temporary, { force: true }); // of a process of the same number, which was killed
  await write(path, temporary, data, 'wx');
  await replaceFile(temporary, path).catch(async (error: unknown) => {
    await rm(temporary, { force: true });
    throw outputError(path, error);
  });
}

/** @param file where it is written on its way to `path`; removed when only a part of it could be */
async function write(
  path: string,
  file: string,
  data: string | Uint8Array,
  flag: 'w' | 'wx',
): Promise<void> {
  try {
    await writeFile(file, data, { flag });
  } catch (error) {
    if (flag === 'wx' && codeOf(error) !== 'EEXIST') await rm(file, { force: true });
    throw outputError(path, error);
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(resolve(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw outputError(path, error);
  }
}

/** Why a file cannot be written: `ERR_OUTPUT_EXISTS` where there is one of that name, or `ERR_FILE`. */
export function outputError(path: string, error: unknown): CodedError {
  const reason = codeOf(error);
  const details = { path: escapeControls(path), reason };
  return reason === 'EEXIST'
    ? new CodedError('ERR_OUTPUT_EXISTS', `${path} exists`, { cause: error, details })
    : new CodedError('ERR_FILE', `cannot write ${path}`, { cause: error, details });
}
