import { openSync, writeSync } from 'node:fs';

/**
 * Appends lines to a file that only its owner may read. Each line is one write: several threads
 * append to the same file.
 */
export class KeyLog {
  readonly #descriptor: number;

  /** @throws what `open(2)` fails with */
  constructor(path: string) {
    this.#descriptor = openSync(path, 'a', 0o600);
  }

  append(line: Buffer): void {
    writeSync(this.#descriptor, line);
  }
}
