import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { NumberedDocument } from '../numbering/number-document.ts';
import { TEXT_WIDTH } from '../page.ts';
import { pdfText } from './pdf-text.ts';

const TITLE_SIZE = 22;
const LINE_SIZE = 11;
const INDENT = 30;
const LABEL = 110;
const COLON = 5;
const PADDING = 24; // of a table of pdfmake without lines, for three columns

export function pdfTitlePage({ title, titlePage }: NumberedDocument): Content {
  const heading: Content = {
    text: pdfText([{ text: title }], { bold: true, size: TITLE_SIZE }),
    fontSize: TITLE_SIZE,
    alignment: 'center',
    margin: [0, 140, 0, 60],
  };
  if (titlePage.length === 0) return heading;
  const rows = titlePage.map(({ label, value }): TableCell[] => [
    { text: pdfText([{ text: label }], { size: LINE_SIZE }) },
    { text: ':' },
    { text: pdfText(value, { bold: true, size: LINE_SIZE }) },
  ]);
  return [
    heading,
    {
      layout: 'noBorders',
      fontSize: LINE_SIZE,
      margin: [INDENT, 0, 0, 0],
      table: { widths: [LABEL, COLON, TEXT_WIDTH - INDENT - LABEL - COLON - PADDING], body: rows },
    },
  ];
}
