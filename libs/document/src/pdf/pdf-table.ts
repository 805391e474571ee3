import type { Content, ContentText, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import type { NumberedTable } from '../numbering/numbered-block.ts';
import { TEXT_HEIGHT, TEXT_WIDTH } from '../page.ts';
import { columnShares } from '../table/column-shares.ts';
import { plainText, type Runs } from '../text/runs.ts';
import { keptRoom } from './kept-room.ts';
import { pdfCaption } from './pdf-caption.ts';
import { pdfText } from './pdf-text.ts';

const SIZE = 9;
const LINE = 0.5;
/** Beside the text of a cell, in points: the more columns, the less. */
const PADDINGS = [
  { columns: 7, points: 4 },
  { columns: 10, points: 2 },
  { columns: Infinity, points: 1 },
] as const;
const HEADER_FILL = '#e4e4e4';

/** A caption and its table, with fixed widths: pdfmake would let one long word push the others off the page. */
export function pdfTable(block: NumberedTable): Content {
  const shares = columnShares(block);
  const padding = PADDINGS.find(({ columns }) => shares.length <= columns)!.points;
  const headed = block.header.length > 0;
  const all = headed ? [block.header, ...block.rows] : block.rows;
  const body = all.map((row, at) => cells(row, headed && at === 0, block.numeric));
  const taken = 2 * padding + LINE;
  const heights = all.map((row) => rowHeight(row, shares));
  return [
    ...keptRoom(tableStartHeight(block)),
    pdfCaption(block, 'above'),
    {
      margin: [0, 0, 0, 12],
      fontSize: SIZE,
      layout: layoutOf(padding),
      table: {
        widths: shares.map((share) => Math.max(1, share * (TEXT_WIDTH - LINE) - taken)),
        // What is kept whole and longer than a page would be cut.
        headerRows: headed && heights[0]! < TEXT_HEIGHT / 3 ? 1 : 0,
        keepWithHeaderRows: all.length > 1 && startHeight(heights) < START_ROOM ? 1 : 0,
        dontBreakRows: heights.every((height) => height < TEXT_HEIGHT / 2),
        body,
      },
    },
  ];
}

const START_ROOM = TEXT_HEIGHT / 2;
const CAPTION = 40;

/** What is kept together at the beginning of a table: its caption, its header, its first row. @returns points */
export function tableStartHeight(block: NumberedTable): number {
  const shares = columnShares(block);
  const first = [block.header, ...block.rows].filter((row) => row.length > 0).slice(0, 2);
  return CAPTION + Math.min(START_ROOM, startHeight(first.map((row) => rowHeight(row, shares))));
}

function startHeight(heights: readonly number[]): number {
  return heights.slice(0, 2).reduce((sum, height) => sum + height, 0);
}

function cells(row: readonly Runs[], head: boolean, numeric: ReadonlySet<number>): TableCell[] {
  return row.map((runs, column): TableCell & ContentText => ({
    text: pdfText(runs, { bold: head, size: SIZE }),
    ...(head && { fillColor: HEADER_FILL }),
    ...(numeric.has(column) && { alignment: 'right' }),
  }));
}

const CHARACTER_POINTS = SIZE * 0.55;
const LINE_POINTS = SIZE * 1.3;

/** Roughly, and rather too much. */
function rowHeight(row: readonly Runs[], shares: readonly number[]): number {
  const lines = row.map((runs, column) => {
    const characters = Math.max(
      1,
      Math.floor((shares[column]! * TEXT_WIDTH - 8) / CHARACTER_POINTS),
    );
    const each = plainText(runs).split('\n');
    return each.reduce((sum, line) => sum + 1 + Math.ceil(line.length / characters), 0);
  });
  return Math.max(...lines) * LINE_POINTS;
}

function layoutOf(padding: number): CustomTableLayout {
  return {
    hLineWidth: () => LINE,
    vLineWidth: () => LINE,
    hLineColor: () => '#888888',
    vLineColor: () => '#888888',
    paddingLeft: () => padding,
    paddingRight: () => padding,
    paddingTop: () => 3,
    paddingBottom: () => 1.5, // the height of a line has room below its letters
  };
}
