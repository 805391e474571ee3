import { CodedError, codeOf } from '@praktikum/protocol';

/**
 * Ends the program when its results can no longer be written: without a word when their reader has
 * left (`… | head -1`), else with an error. What cannot be said on standard error is not said.
 */
export function requireStandardOutput(): void {
  process.stdout.on('error', endWithoutOutput);
  process.stderr.on('error', ignore);
}

/** From now on the program goes on without standard output: what it does for others matters more. */
export function outliveStandardOutput(): void {
  process.stdout.off('error', endWithoutOutput);
  process.stdout.on('error', ignore);
}

/** @throws CodedError `ERR_STDOUT`, which nobody but the program as a whole can catch */
function endWithoutOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  throw new CodedError('ERR_STDOUT', `cannot write to standard output: ${error.message}`, {
    cause: error,
    details: { reason: codeOf(error) },
  });
}

function ignore(): void {}
