import {
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  openSync,
  statSync,
  type Stats,
} from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { isatty, ReadStream } from 'node:tty';
import { codeOf } from '@praktikum/protocol';
import { isPipe } from './is-pipe.ts';

/** A file that is open for reading. */
export interface InputFile {
  /** Of the file that was opened, whatever has its name by now. */
  readonly stats: Stats;
  /** Closes the file when it is destroyed. */
  readonly stream: Readable;
}

/** A pipe is opened without its writer, a terminal without becoming ours. Windows knows neither flag. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

/**
 * Opens a file for reading, and never waits for it: to open a named pipe that nobody writes to, or to
 * read a terminal where nobody types, holds the thread that does so, and with it the process, whatever
 * signal comes.
 * @throws what the system answers, `EISDIR` for a folder, `ERR_IS_SOCKET` for a socket
 */
export function openInput(path: string): InputFile {
  const fd = open(path);
  try {
    const stats = fstatSync(fd);
    if (stats.isDirectory()) throw refusal(path, 'EISDIR');
    return { stats, stream: streamOf(fd, stats, path) };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

function open(path: string): number {
  try {
    return openSync(path, FLAGS);
  } catch (error) {
    // Systems have different words for a socket, and Linux the same for a terminal that is not there.
    if (statSync(path, { throwIfNoEntry: false })?.isSocket()) throw refusal(path, 'ERR_IS_SOCKET');
    throw codeOf(error) === 'ENXIO' ? refusal(path, 'ENODEV') : error;
  }
}

/** Where bytes may be long in coming, the event loop waits for them and no thread. */
function streamOf(fd: number, stats: Stats, path: string): Readable {
  if (isPipe(stats)) return new Socket({ fd, readable: true, writable: false });
  return isatty(fd) ? new ReadStream(fd) : createReadStream(path, { fd });
}

function refusal(path: string, code: string): Error {
  return Object.assign(new Error(`${path} cannot be read: ${code}`), { code });
}
