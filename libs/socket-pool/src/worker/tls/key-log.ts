import { closeSync, openSync, writeSync } from 'node:fs';

/**
 * Appends lines to a file that only its owner may read. Each line is one write: several threads
 * append to the same file.
 */
export class KeyLog {
  readonly #failed: (error: unknown) => void;
  #descriptor: number | undefined;

  /**
   * @param failed told once, when a line cannot be written: then no more are
   * @throws what `open(2)` fails with
   */
  constructor(path: string, failed: (error: unknown) => void) {
    this.#failed = failed;
    this.#descriptor = openSync(path, 'a', 0o600);
  }

  append(line: Buffer): void {
    if (this.#descriptor === undefined) return;
    try {
      writeSync(this.#descriptor, line);
    } catch (error) {
      closeSync(this.#descriptor);
      this.#descriptor = undefined;
      this.#failed(error);
    }
  }
}
