import { CodedError, codeOf } from '@praktikum/protocol';

/**
 * How systems say that nobody reads any more: EPIPE, on Windows also EOF, and ECONNRESET where a socket
 * has the place of a pipe and its reader left bytes behind.
 */
const READER_LEFT = ['EPIPE', 'EOF', 'ECONNRESET'];

/**
 * Ends the program at once when its results can no longer be written, whatever it waits for: one that
 * ended with 0 would call an answer whole of which the reader (`… | head -1`) took a part. What cannot
 * be said on standard error is not said.
 *
 * Standard output that was closed before the start (`>&-`) is not lost but thrown away: Node opens
 * `/dev/null` in its place before it runs any of this, in the way of a parent that wants no output.
 */
export function requireStandardOutput(): void {
  process.stdout.on('error', endWithoutOutput);
  process.stderr.on('error', ignore);
}

/**
 * From now on a reader may leave, and the program ends then with the exit code that it has: help is
 * read as far as it is needed (`--help | head -1`), and a signal is the end of all that it comes to.
 */
export function letReaderLeave(): void {
  process.stdout.off('error', endWithoutOutput);
  process.stdout.on('error', (error) => {
    if (READER_LEFT.includes(codeOf(error))) process.exit();
    endWithoutOutput(error);
  });
}

/** From now on the program goes on without standard output: what it does for others matters more. */
export function outliveStandardOutput(): void {
  process.stdout.off('error', endWithoutOutput);
  if (!process.stdout.listeners('error').includes(ignore)) process.stdout.on('error', ignore);
}

/** @throws CodedError `ERR_STDOUT_CUT`, `ERR_STDOUT`, which nobody but the program as a whole can catch */
function endWithoutOutput(error: Error): void {
  const reason = codeOf(error);
  const code = READER_LEFT.includes(reason) ? 'ERR_STDOUT_CUT' : 'ERR_STDOUT';
  throw new CodedError(code, `cannot write to standard output: ${error.message}`, {
    cause: error,
    details: { reason },
  });
}

function ignore(): void {}
