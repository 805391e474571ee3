import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { CodedError, codeOf, escapeControls } from '@praktikum/protocol';

/**
 * Writes a file in one step: what stood there stays until the new one is whole.
 * @param replace whether a file of that name may be replaced
 * @throws CodedError `ERR_OUTPUT_EXISTS` when it may not and is there, `ERR_FILE` when writing fails
 */
export async function writeOutput(
  path: string,
  text: string | Uint8Array,
  replace: boolean,
): Promise<void> {
  if (!replace) {
    await writeFile(path, text, { flag: 'wx' }).catch((error: unknown) => {
      throw outputError(path, error);
    });
    return;
  }
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw unusable(path, error);
  }
}

/**
 * Makes sure that what is read is not written over, not even when replacing was asked for.
 * @throws CodedError `ERR_OUTPUT_IS_CAPTURE`
 */
export async function requireOtherFile(path: string, capture: string): Promise<void> {
  const [output, input] = await Promise.all(
    [path, capture].map((file) => stat(file).catch(() => undefined)),
  );
  if (!output || !input || output.ino !== input.ino || output.dev !== input.dev) return;
  const details = { path: escapeControls(path) };
  throw new CodedError('ERR_OUTPUT_IS_CAPTURE', `${path} is the capture`, { details });
}

/** Why a new file could not be made: `ERR_OUTPUT_EXISTS` where there is one of that name, or `ERR_FILE`. */
export function outputError(path: string, error: unknown): CodedError {
  if (codeOf(error) !== 'EEXIST') return unusable(path, error);
  const details = { path: escapeControls(path) };
  return new CodedError('ERR_OUTPUT_EXISTS', `${path} exists`, { cause: error, details });
}

function unusable(path: string, error: unknown): CodedError {
  const details = { path: escapeControls(path), reason: codeOf(error) };
  return new CodedError('ERR_FILE', `cannot write ${path}`, { cause: error, details });
}
