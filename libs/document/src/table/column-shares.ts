import type { NumberedTable } from '../numbering/numbered-block.ts';
import { type Runs } from '../text/runs.ts';

const LINE_CHARACTERS = 80; // of the text of a table in one line of the page
const PADDING_CHARACTERS = 2;
/** A longer word, such as a hash, is broken before it takes room from the other columns. */
const WHOLE_WORD_CHARACTERS = 20;
const WIDEST_CHARACTERS = 60;
const CODE_WIDTH = 1.2; // a character of a monospaced font beside one of the text
const HEAD_WIDTH = 1.2; // a bold one

/**
 * How wide the columns are, as parts of the whole. Files with fixed widths cannot ask what fits, and a column
 * of hashes must not squeeze the others. @returns one number a column, 1 together
 */
export function columnShares({ header, rows, numeric }: NumberedTable): readonly number[] {
  const head = header.map((runs) => linesOf(runs).map((line) => widened(line, HEAD_WIDTH)));
  const body = rows.map((row) => row.map(linesOf));
  const all = head.length > 0 ? [head, ...body] : body;
  const columns = all[0]!.map((_, column) => {
    const lines = body.flatMap((row) => row[column]!);
    // `1.704 ms` is read in one line.
    const whole = numeric.has(column) ? lines : lines.flatMap(wordsOf);
    const heads = head[column] ?? [];
    return wishes([...whole, ...heads.flatMap(wordsOf)], [...lines, ...heads]);
  });
  const least = columns.map((column) => column.least);
  const left = Math.max(0, LINE_CHARACTERS - sum(least));
  const wanted = columns.map((column) => column.most - column.least);
  // Twice the text needs no more than some more room: it gets lines as well.
  const parts = sum(wanted) <= left ? wanted : wanted.map(Math.sqrt);
  const portion = sum(parts) === 0 ? 0 : Math.min(left, sum(wanted)) / sum(parts);
  const widths = columns.map((column, at) => column.least + parts[at]! * portion);
  return widths.map((width) => width / sum(widths));
}

/** In characters: what a column needs so that no word is broken, and so that no line is. */
function wishes(words: readonly string[], lines: readonly string[]) {
  const least = Math.min(longest(words), WHOLE_WORD_CHARACTERS) + PADDING_CHARACTERS;
  const most = Math.min(longest(lines), WIDEST_CHARACTERS) + PADDING_CHARACTERS;
  return { least, most: Math.max(least, most) };
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 1);
}

const wordsOf = (line: string) => line.split(' ');

function linesOf(runs: Runs): readonly string[] {
  const texts = runs.map(({ text, mark }) => (mark === 'code' ? widened(text, CODE_WIDTH) : text));
  return texts.join('').split('\n');
}

/** As many more characters as its own are wider. */
function widened(text: string, width: number): string {
  return text.replace(/\S+/g, (word) => word.padEnd(Math.ceil(word.length * width), '0'));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
