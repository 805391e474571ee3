import type { ScreenRow } from './read-screen.ts';
import type { ScreenCell } from './screen-cell.ts';
import { CELL, drawnCharacter } from './drawn-characters.ts';

/** Letters that stand side by side and look the same. */
export interface RowText {
  readonly text: string;
  /** The middle of each letter, in pixels. */
  readonly middles: readonly number[];
  readonly look: ScreenCell;
}

/**
 * What a row says, in pieces. A letter has its own place, whatever font a viewer has. What is not one unit
 * of UTF-16 (emoji, letters with accents of their own) is a piece for itself, because viewers count places
 * differently there; so are wide letters, and those that are written from right to left.
 */
export function rowTexts(row: ScreenRow): RowText[] {
  const pieces: { text: string; middles: number[]; look: ScreenCell; open: boolean }[] = [];
  let column = 0;
  for (const cell of row) {
    const middle = (column + cell.columns / 2) * CELL.width;
    const last = pieces.at(-1);
    column += cell.columns;
    if (cell.text === ' ' || drawnCharacter(cell.text) !== undefined) {
      if (last) last.open = false;
      continue;
    }
    const inLine = standsInLine(cell);
    if (inLine && last?.open && looksAlike(last.look, cell)) {
      last.text += cell.text;
      last.middles.push(middle);
    } else pieces.push({ text: cell.text, middles: [middle], look: cell, open: inLine });
  }
  return pieces;
}

const FROM_RIGHT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

function standsInLine({ text, columns }: ScreenCell): boolean {
  return text.length === 1 && columns === 1 && !FROM_RIGHT.test(text);
}

function looksAlike(one: ScreenCell, other: ScreenCell): boolean {
  return one.ink === other.ink && one.bold === other.bold && one.italic === other.italic;
}
