import { expect } from '@jest/globals';
import { addressesForOthers } from '@praktikum/service';
import type { DocumentedCommand } from './documented-commands.ts';

/** What is printed where the machine is in a network. */
const FOR_OTHERS = /^(From another machine|Dari komputer lain): /;

/** What the chat shows in place of an address: `ani!~ani@9f6c2d64963d.kelas`. */
const CLOAK = /\b[0-9a-f]{12}(?=\.kelas\b)/g;

/**
 * Ports, addresses, their cloaks and times differ from run to run, everything else does not: `1,21 ms`,
 * `127.0.0.1:40000`.
 */
const comparable = (line: string) =>
  line
    .trimEnd()
    .replace(CLOAK, '0')
    .replace(/\d+(?:[.,]\d+)*/g, '0');
const comparableLines = (printed: string) => printed.split('\n').map(comparable);

/** Whether a program has printed all that the page shows of it, as far as this machine can. */
export function isPrinted(printed: string, { output }: DocumentedCommand): boolean {
  const lines = comparableLines(printed);
  const possible = output.filter(
    (line) => addressesForOthers().length > 0 || !FOR_OTHERS.test(line),
  );
  return possible.every((line) => lines.includes(comparable(line)));
}

/** The same of a program that has ended. */
export function expectPrinted(printed: string, { output }: DocumentedCommand): void {
  expect(comparableLines(printed)).toEqual(expect.arrayContaining(output.map(comparable)));
}

/** Whether the page shows that the command fails. */
export function showsFailure({ output }: DocumentedCommand): boolean {
  return output.some((line) => /^(Error|Kesalahan):/.test(line));
}
