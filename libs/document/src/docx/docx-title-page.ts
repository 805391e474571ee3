import {
  BorderStyle,
  type FileChild,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { NumberedDocument } from '../numbering/number-document.ts';
import { docxRuns } from './docx-runs.ts';
import { STYLE } from './docx-styles.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };
const WIDTHS = [2900, 300, 4800]; // label, colon, value

export function docxTitlePage({ title, titlePage }: NumberedDocument): FileChild[] {
  const heading = new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] });
  if (titlePage.length === 0) return [heading];
  const rows = titlePage.map(({ label, value }) =>
    titleLine([[new TextRun(label)], [new TextRun(':')], docxRuns(value, { bold: true })]),
  );
  const table = new Table({
    rows,
    columnWidths: WIDTHS,
    width: { size: WIDTHS.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    indent: { size: 600, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
  });
  return [heading, table];
}

function titleLine(cells: ReturnType<typeof docxRuns>[]): TableRow {
  return new TableRow({
    cantSplit: true,
    children: cells.map(
      (children, column) =>
        new TableCell({
          width: { size: WIDTHS[column]!, type: WidthType.DXA },
          borders: NO_BORDERS,
          children: [new Paragraph({ style: STYLE.titleLine, children })],
        }),
    ),
  });
}
