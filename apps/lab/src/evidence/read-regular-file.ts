import { readFile, stat } from 'node:fs/promises';
import { CodedError, codeOf, escapeControls } from '@praktikum/protocol';

/**
 * Reads a regular file, and nothing else: a pipe would be waited for.
 * @param most bytes it may have; default: any number
 * @returns undefined where there is no such file
 * @throws CodedError `ERR_FILE`
 */
export async function readRegularFile(path: string, most = Infinity): Promise<Buffer | undefined> {
  try {
    const stats = await stat(path);
    if (stats.size > most) throw unreadable(path, 'ERR_TOO_LARGE');
    if (!stats.isFile()) throw unreadable(path, stats.isDirectory() ? 'EISDIR' : 'ERR_NO_FILE');
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error instanceof CodedError ? error : unreadable(path, codeOf(error), error);
  }
}

function unreadable(path: string, reason: string, cause?: unknown): CodedError {
  return new CodedError('ERR_FILE', `cannot read ${path}`, {
    cause,
    details: { path: escapeControls(path), reason },
  });
}
