import { textColumns, wrapText } from './wrap-text.ts';

/** Between the columns of a table that is laid out with spaces. */
const GAP = / {2,}/;

/**
 * Lines that were laid out for 80 columns, for this terminal. Where one is too wide for it, a table becomes
 * a paragraph a row, `frame 6, sent 0.003, ACK 7`, and any other line is wrapped.
 * @param lines with what they are indented by
 */
export function laidOutLines(lines: readonly string[]): string[] {
  const columns = textColumns();
  if (lines.every((line) => line.length <= columns)) return [...lines];
  const indent = ' '.repeat(Math.min(...lines.map((line) => line.search(/[^ ]|$/))));
  const rows = lines.map((line) => line.trim().split(GAP));
  const [heads = [], ...body] = rows;
  const isTable = heads.length > 2 && body.every((cells) => cells.length === heads.length);
  const told = isTable
    ? body.map((cells) => cells.map((cell, place) => `${heads[place]} ${cell}`).join(', '))
    : lines.map((line) => line.trim());
  return told.flatMap((line) => wrapText(line, `${indent}  `, indent));
}
