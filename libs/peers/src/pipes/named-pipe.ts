import { spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { peerError } from '../peer-error.ts';

/**
 * Longest wait for somebody who reads a named pipe.
 * @unit ms
 * @against a script that waits for ever for a program that does not open its pipe
 * @provenBy ./named-pipe.spec.ts: waits no longer for a reader than its deadline
 */
const READER_TIMEOUT_MS = 60_000;

/** The system tells nobody that a pipe has been opened: one has to try. */
const RETRY_MS = 20;

/** Makes a named pipe (FIFO). */
export function makePipe(path: string): string {
  const { status, stderr, error } = spawnSync('mkfifo', [path], { encoding: 'utf8' });
  if (status === 0) return path;
  throw peerError('ERR_PEER_PIPE', `mkfifo ${path}: ${stderr}`, { cause: error });
}

/**
 * Opens a named pipe as its writer, as soon as somebody has opened it to read.
 * @throws CodedError `ERR_PEER_TIMEOUT`
 */
export async function writerOf(
  pipe: string,
  { timeoutMs = READER_TIMEOUT_MS } = {},
): Promise<FileHandle> {
  const latest = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await open(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENXIO') throw error;
    }
    if (performance.now() > latest) {
      throw peerError('ERR_PEER_TIMEOUT', `nobody opened ${pipe} to read in ${timeoutMs} ms`);
    }
    await sleep(RETRY_MS);
  }
}
