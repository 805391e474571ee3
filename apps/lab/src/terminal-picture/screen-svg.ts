import { markup, type Markup, markupText } from '@praktikum/protocol/markup';
import { CELL, drawnCharacter, type Box } from './drawn-characters.ts';
import { joinedBoxes, type PaintedBox } from './joined-boxes.ts';
import { GROUND, QUIET } from './palette.ts';
import { rowTexts, type RowText } from './row-texts.ts';
import type { ScreenRow } from './read-screen.ts';
import type { ScreenCell } from './screen-cell.ts';
import { xmlText } from './xml-text.ts';

/** Without quotation marks, which not every viewer takes. */
const FONT = 'DejaVu Sans Mono, Liberation Mono, Consolas, Menlo, monospace';
/** A letter of these fonts is 0.6 as wide as its size. */
const FONT_SIZE = 13.28;
const BASELINE = 12;
const MARGIN = 12;
const TITLE_HEIGHT = 28;
const BAR = '#eef1f4';
const LINE = '#c3ccd5';

/** A row of the screen, or the words that stand for rows that are left out. */
export type PictureRow = ScreenRow | { readonly note: string };

export interface ScreenPicture {
  readonly columns: number;
  readonly rows: readonly PictureRow[];
  /** Words of the bar above it. Default: no bar. */
  readonly title?: string | undefined;
  readonly language: string;
  /** Its name for those who do not see it. */
  readonly label: string;
}

/** A screen as a picture with plain attributes: no styles, classes or fonts that a viewer would have to know. */
export function screenSvg({ columns, rows, title, language, label }: ScreenPicture): string {
  const above = title === undefined ? 0 : TITLE_HEIGHT;
  const width = columns * CELL.width + 2 * MARGIN;
  const height = above + rows.length * CELL.height + 2 * MARGIN;
  const inner = { transform: `translate(${MARGIN} ${above + MARGIN})` };
  const svg = markup(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height },
      ...{
        role: 'img',
        'aria-label': xmlText(label),
        lang: language,
        'font-family': FONT,
        'font-size': FONT_SIZE,
      },
    },
    frame(width, height),
    ...(title === undefined ? [] : bar(title, width)),
    markup('g', inner, ...[...boxes(rows, grounds), ...boxes(rows, inked)].map(rectangle)),
    markup(
      'g',
      { ...inner, 'text-anchor': 'middle' },
      ...rows.flatMap((row, at) => texts(row, at, columns)),
    ),
  );
  return `${markupText(svg)}\n`;
}

function frame(width: number, height: number): Markup {
  const half = { x: 0.5, y: 0.5, width: width - 1, height: height - 1 };
  return markup('rect', { ...half, fill: GROUND, stroke: LINE });
}

function bar(title: string, width: number): Markup[] {
  return [
    markup('rect', { x: 1, y: 1, width: width - 2, height: TITLE_HEIGHT - 1, fill: BAR }),
    markup('rect', { x: 1, y: TITLE_HEIGHT - 1, width: width - 2, height: 1, fill: LINE }),
    markup('text', { x: MARGIN, y: 19, fill: QUIET }, xmlText(title)),
  ];
}

type BoxesOf = (cell: ScreenCell) => readonly PaintedBox[];

function boxes(rows: readonly PictureRow[], boxesOf: BoxesOf): PaintedBox[] {
  return joinedBoxes(
    rows.flatMap((row, at) => ('note' in row ? [] : rowBoxes(row, at * CELL.height, boxesOf))),
  );
}

function rowBoxes(row: ScreenRow, top: number, boxesOf: BoxesOf): PaintedBox[] {
  let column = 0;
  return row.flatMap((cell) => {
    const left = column * CELL.width;
    column += cell.columns;
    return boxesOf(cell).map(({ x, y, ...box }) => ({ ...box, x: left + x, y: top + y }));
  });
}

function grounds(cell: ScreenCell): PaintedBox[] {
  return cell.ground === GROUND ? [] : [{ ...whole(cell), fill: cell.ground }];
}

/** Lines below and through letters, and what is drawn instead of written. */
function inked(cell: ScreenCell): PaintedBox[] {
  const line = (y: number): Box => ({ ...whole(cell), y, height: 1 });
  return [
    ...(drawnCharacter(cell.text) ?? []),
    ...(cell.underline ? [line(BASELINE + 2)] : []),
    ...(cell.strikethrough ? [line(CELL.height / 2)] : []),
  ].map((box) => ({ ...box, fill: cell.ink }));
}

function whole({ columns }: ScreenCell): Box {
  return { x: 0, y: 0, width: columns * CELL.width, height: CELL.height, opacity: 1 };
}

function rectangle({ x, y, width, height, fill, opacity }: PaintedBox): Markup {
  const shade = opacity < 1 && { 'fill-opacity': opacity };
  return markup('rect', { x, y, width, height, fill, ...shade });
}

function texts(row: PictureRow, at: number, columns: number): Markup[] {
  const y = at * CELL.height + BASELINE;
  if (!('note' in row)) return rowTexts(row).map((piece) => pieceText(piece, y));
  const x = (columns * CELL.width) / 2;
  return [markup('text', { x, y, fill: QUIET, 'font-style': 'italic' }, row.note)];
}

function pieceText({ text, middles, look }: RowText, y: number): Markup {
  const bold = look.bold && { 'font-weight': 'bold' };
  const italic = look.italic && { 'font-style': 'italic' };
  return markup('text', { x: middles.join(' '), y, fill: look.ink, ...bold, ...italic }, text);
}
