import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { makePipe } from './named-pipe.ts';

/** A named pipe that takes nothing more, and that its reader does not empty. */
export class FullPipe {
  readonly path: string;
  readonly #descriptors: readonly number[];

  /** Makes the pipe and fills it. */
  constructor(path: string) {
    this.path = makePipe(path);
    const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const writer = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    this.#descriptors = [reader, writer];
    fill(writer);
  }

  /** The reader leaves. */
  close(): void {
    for (const descriptor of this.#descriptors) closeSync(descriptor);
  }
}

/** Writes until nothing more is taken. */
function fill(descriptor: number): void {
  const bytes = Buffer.alloc(4096, '\n');
  try {
    for (;;) writeSync(descriptor, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  }
}
