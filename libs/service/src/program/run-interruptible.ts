import { listenForShutdown } from './shutdown.ts';
import { letReaderLeave } from './standard-output.ts';

/**
 * Runs the work of a program that ends by itself, and lets a signal end it earlier: the first one
 * aborts what `work` was given, so that it can say goodbye; the second one ends the process. After a
 * signal the exit code is the signal's, and what `work` failed with because of it is no error.
 */
export async function runInterruptible(
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const shutdown = listenForShutdown();
  // Ctrl-C ends the readers of a pipeline too: that they leave is no reason of its own.
  shutdown.requested.addEventListener('abort', () => {
    process.exitCode = shutdown.exitCode();
    letReaderLeave();
  });
  shutdown.forced.addEventListener('abort', () => process.exit(shutdown.exitCode()));
  try {
    await work(shutdown.requested);
  } catch (error) {
    if (!shutdown.requested.aborted) throw error;
  } finally {
    shutdown.release();
  }
}
