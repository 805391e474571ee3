import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { NumberedDocument, NumberedSection } from '../numbering/number-document.ts';
import { TEXT_WIDTH } from '../page.ts';
import { pdfText } from './pdf-text.ts';

const SIZE = 10;
const HEADING_SIZE = 15;
const PAGE_NUMBER = 50; // points
const PADDING = 16; // of a table of pdfmake without lines, for two columns

/** The table of contents, with the page of each section, on a page of its own. */
export function pdfContents({ texts, sections }: NumberedDocument): Content {
  const heading: Content = {
    text: pdfText([{ text: texts.contents }], { bold: true, size: HEADING_SIZE }),
    fontSize: HEADING_SIZE,
    margin: [0, 0, 0, 10],
    pageBreak: 'before',
  };
  if (sections.length === 0) return heading;
  const table: Content = {
    layout: 'noBorders',
    table: {
      widths: [TEXT_WIDTH - PAGE_NUMBER - PADDING, PAGE_NUMBER],
      dontBreakRows: true,
      body: sections.map(entry),
    },
  };
  return [heading, table];
}

function entry({ level, number, title, anchor }: NumberedSection): TableCell[] {
  const bold = level === 1;
  return [
    {
      text: pdfText([{ text: `${number}  ${title}`, target: anchor }], { bold, size: SIZE }),
      margin: [level === 1 ? 0 : 14, level === 1 ? 4 : 0, 0, 0],
    },
    {
      text: [{ pageReference: anchor, bold }],
      alignment: 'right',
      margin: [0, level === 1 ? 4 : 0, 0, 0],
    },
  ];
}
