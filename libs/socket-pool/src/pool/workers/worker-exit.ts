import { CodedError, messageOf } from '@praktikum/protocol';

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

/** Why it ended, in the words of what it threw. */
function reasonOf({ error, exitCode }: Pick<WorkerExit, 'error' | 'exitCode'>): string {
  return error === undefined ? `exit code ${exitCode}` : messageOf(error);
}

/** `ERR_WORKER_START` for a worker that has ended, or for the last of them. */
export function startError(what: string, exit: Pick<WorkerExit, 'error' | 'exitCode'>): CodedError {
  const reason = reasonOf(exit);
  return new CodedError('ERR_WORKER_START', `${what}: ${reason}`, {
    cause: exit.error,
    details: { reason },
  });
}
