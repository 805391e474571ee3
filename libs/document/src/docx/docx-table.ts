import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { NumberedTable } from '../numbering/numbered-block.ts';
import { TEXT_WIDTH } from '../page.ts';
import { columnShares } from '../table/column-shares.ts';
import type { Runs } from '../text/runs.ts';
import { docxCaption } from './docx-caption.ts';
import { docxRuns } from './docx-runs.ts';
import { STYLE } from './docx-styles.ts';

const TWIPS_PER_POINT = 20;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '888888' };

/** A caption and its table, of fixed widths, its header on every page, its rows whole. */
export function docxTable(block: NumberedTable): FileChild[] {
  const widths = columnShares(block).map((share) =>
    Math.round(share * TEXT_WIDTH * TWIPS_PER_POINT),
  );
  const rows = block.rows.map((row) => tableRow(row, widths, block.numeric, false));
  const header =
    block.header.length > 0 ? [tableRow(block.header, widths, block.numeric, true)] : [];
  const table = new Table({
    rows: [...header, ...rows],
    columnWidths: widths,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
  });
  // Otherwise what follows stands directly at the table, and a table that follows would be one with it.
  const space = new Paragraph({
    spacing: { before: 0, after: 0, line: 200, lineRule: LineRuleType.EXACT },
  });
  return [docxCaption(block, 'above'), table, space];
}

function tableRow(
  row: readonly Runs[],
  widths: readonly number[],
  numeric: ReadonlySet<number>,
  head: boolean,
): TableRow {
  const children = row.map((runs, column) => {
    const alignment = numeric.has(column) ? AlignmentType.RIGHT : AlignmentType.LEFT;
    const text = docxRuns(runs, head ? { bold: true } : {});
    return new TableCell({
      width: { size: widths[column]!, type: WidthType.DXA },
      ...(head && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E4E4E4' } }),
      children: [new Paragraph({ style: STYLE.cell, alignment, keepNext: head, children: text })],
    });
  });
  return new TableRow({ children, tableHeader: head, cantSplit: true });
}
