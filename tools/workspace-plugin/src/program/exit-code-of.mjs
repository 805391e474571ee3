import { constants } from 'node:os';

/** What a shell says when there is nothing to run. */
const NOT_FOUND = 127;

/**
 * Waits for a process to end.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code; as in a shell 128 and its number for a signal
 */
export function exitCodeOf(child) {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
    child.once('error', ({ message }) => {
      console.error(message);
      resolve(NOT_FOUND);
    });
  });
}
