import { constants, open } from 'node:fs/promises';
import { outputError } from './output-file.ts';

/** A pipe that nobody reads is refused instead of waited for; to a file it makes no difference. */
const FLAGS = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK;

/**
 * Makes sure that TLS secrets can be appended to a file: now, and not in the first handshake, is the
 * time to find out. A new one may only be read by its owner.
 * @throws CodedError `ERR_FILE`
 */
export async function createKeyLog(path: string): Promise<void> {
  try {
    await (await open(path, FLAGS, 0o600)).close();
  } catch (error) {
    throw outputError(path, error);
  }
}
