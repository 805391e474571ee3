import { closeSync, constants, createReadStream, openSync, statSync, type Stats } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** A file that is open for reading. */
export interface InputFile {
  readonly stats: Stats;
  /** Closes the file when it is destroyed. */
  readonly stream: Readable;
}

/**
 * Opens a file for reading, and never waits for it: to open a named pipe that nobody writes to holds
 * the thread that does so, and with it the process, whatever signal comes.
 * @throws what the system answers, `EISDIR` for a folder
 */
export function openInput(path: string): InputFile {
  const stats = statSync(path);
  if (stats.isDirectory()) {
    throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
  }
  if (!stats.isFIFO())
    return { stats, stream: createReadStream(path, { fd: openSync(path, 'r') }) };
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return { stats, stream: new Socket({ fd, readable: true, writable: false }) };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}
