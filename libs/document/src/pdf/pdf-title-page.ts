import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { NumberedDocument } from '../numbering/number-document.ts';
import { pdfText } from './pdf-text.ts';

const TITLE_SIZE = 22;
const LINE_SIZE = 11;

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
      margin: [30, 0, 0, 0],
      table: { widths: [110, 5, '*'], body: rows },
    },
  ];
}
