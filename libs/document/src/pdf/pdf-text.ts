import type { ContentText } from 'pdfmake/interfaces.js';
import { drawableText } from '../picture/drawable-text.ts';
import { FONT_FILES, type FontFamily } from '../picture/fonts.ts';
import { hasGlyph } from '../picture/glyphs.ts';
import { optionParts } from '../text/option-parts.ts';
import type { Run, Runs } from '../text/runs.ts';

export const CODE_SIZE = 0.92; // beside the text around it: monospaced letters look larger

/** How letters look, before the marks of a run. */
interface Look {
  readonly bold?: boolean;
  readonly size: number;
}

/** A text in the words of pdfmake: each piece in a font that has all of its characters. */
export function pdfText(runs: Runs, look: Look): ContentText[] {
  return runs.flatMap((run) => pdfRun(run, look));
}

function pdfRun({ text, mark, target }: Run, { bold = false, size }: Look): ContentText[] {
  const isBold = bold || mark === 'bold' || mark === 'gap';
  const italics = mark === 'italic';
  const family = mark === 'code' ? 'code' : 'text';
  return inFonts(text, family, isBold, italics)
    .flatMap(withOptions)
    .map((piece) => ({
      ...piece,
      ...(mark === 'code' && { fontSize: size * CODE_SIZE }),
      ...(mark === 'gap' && { background: '#d8d8d8', decoration: 'underline' }),
      ...(target !== undefined && { linkToDestination: target }),
    }));
}

/** Code, whose spaces count. */
export function pdfCode(text: string): ContentText[] {
  const pieces = inFonts(text === '' ? ' ' : text, 'code', false, false);
  return pieces.map((piece) => ({ ...piece, preserveLeadingSpaces: true }));
}

function withOptions(piece: Piece): Piece[] {
  return optionParts(piece.text).map(({ text, isOption }) => ({
    ...piece,
    text,
    ...(isOption && { noWrap: true }),
  }));
}

/** pdfmake takes 35 s for a word of 12,000 letters, and four times as long for one twice as long. */
const LONG_WORD = /\S{200,}/g;
const PART = /.{50}/gsu;
const ZERO_WIDTH_SPACE = '\u200b';

/** Text whose very long words may be broken within. */
function breakable(text: string): string {
  return text.replace(LONG_WORD, (word) => word.replace(PART, `$&${ZERO_WIDTH_SPACE}`));
}

type Piece = Required<Pick<ContentText, 'bold' | 'italics'>> & { text: string; font: FontFamily };

/** What the wanted font lacks is set in the one with the most characters, or is a box. */
function inFonts(text: string, family: FontFamily, bold: boolean, italics: boolean): Piece[] {
  const style = bold ? (italics ? 'bolditalics' : 'bold') : italics ? 'italics' : 'normal';
  const wanted = (codePoint: number) => hasGlyph(FONT_FILES[family][style], codePoint);
  const other = (codePoint: number) => hasGlyph(FONT_FILES.picture.normal, codePoint);
  const drawn = breakable(drawableText(text, (codePoint) => wanted(codePoint) || other(codePoint)));
  const pieces: Piece[] = [];
  let isWanted: boolean | undefined;
  for (const character of drawn) {
    const has = character === '\n' || wanted(character.codePointAt(0)!);
    if (has === isWanted) pieces.at(-1)!.text += character;
    else if (has) pieces.push({ text: character, font: family, bold, italics });
    else pieces.push({ text: character, font: 'picture', bold: false, italics: false });
    isWanted = has;
  }
  return pieces;
}
