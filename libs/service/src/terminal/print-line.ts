import type { Writable } from 'node:stream';

/** One line for the user: results on stdout, everything about them on stderr. */
export function printLine(line: string, stream: Writable = process.stdout): void {
  stream.write(`${line}\n`);
}
