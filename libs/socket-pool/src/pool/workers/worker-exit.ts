import { CodedError, codeOf, messageOf, type ErrorDetails } from '@praktikum/protocol';

/** How a worker ended. */
export interface WorkerExit {
  /** Of the thread, as `process.exit` or an uncaught error has set it. */
  readonly exitCode: number;
  /** Whether it had come so far as to serve. */
  readonly becameReady: boolean;
  /** Whether it had been told to end. */
  readonly intended: boolean;
  /** What it threw, when it threw. */
  readonly error?: unknown;
  /** Connections that ended with it. */
  readonly connections: number;
  /** Of those, the ones it had never acknowledged. */
  readonly unacknowledged: number;
}

type HowEnded = Pick<WorkerExit, 'error' | 'exitCode'>;

/** Why it ended: in English, and by what somebody may say it in other words. */
function whyEnded({ error, exitCode }: HowEnded): ErrorDetails & { readonly reason: string } {
  return error === undefined
    ? { reason: `exit code ${exitCode}`, exitCode }
    : { reason: messageOf(error), code: codeOf(error) };
}

/** `ERR_WORKER_START` for a worker that has ended, or for the last of them. */
export function startError(what: string, exit: HowEnded): CodedError {
  const details = whyEnded(exit);
  return new CodedError('ERR_WORKER_START', `${what}: ${details.reason}`, {
    cause: exit.error,
    details,
  });
}
