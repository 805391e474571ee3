import type { Content, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Document } from '../document.ts';
import { numberDocument, type NumberedDocument } from '../numbering/number-document.ts';
import { PAGE, runningTitle } from '../page.ts';
import { FONT_FILES } from '../picture/fonts.ts';
import { leadsOn } from '../numbering/leads-on.ts';
import { keptRoom } from './kept-room.ts';
import { pdfBlock, TEXT_SIZE } from './pdf-blocks.ts';
import { pdfContents } from './pdf-contents.ts';
import { pdfHeading } from './pdf-heading.ts';
import { pdfText } from './pdf-text.ts';
import { pdfTitlePage } from './pdf-title-page.ts';

/**
 * The document as PDF: A4, its fonts embedded, its pictures as vectors, with bookmarks.
 * @throws {Error} where a text refers to what is not there, or a picture is no SVG
 */
export async function pdfDocument(document: Document): Promise<Uint8Array> {
  const numbered = numberDocument(document);
  const { default: pdfMake } = await import('pdfmake');
  const files: ReadonlySet<string> = new Set(Object.values(FONT_FILES).flatMap(Object.values));
  // Nothing of a text is an address or the path of a file, whatever it looks like.
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setLocalAccessPolicy((path) => files.has(path));
  pdfMake.setFonts(fontsOf());
  return new Uint8Array(await pdfMake.createPdf(await definition(numbered)).getBuffer());
}

/** pdfmake writes into what it is given. */
function fontsOf() {
  return {
    text: { ...FONT_FILES.text },
    code: { ...FONT_FILES.code },
    picture: { ...FONT_FILES.picture },
  };
}

async function definition(document: NumberedDocument): Promise<TDocumentDefinitions> {
  const { title, author, date, texts, sections } = document;
  const content: Content[] = [pdfTitlePage(document), pdfContents(document)];
  for (const [place, section] of sections.entries()) {
    content.push(pdfHeading(sections, place));
    for (const [at, block] of section.blocks.entries()) {
      if (leadsOn(block, section.blocks[at + 1])) content.push(keptRoom(LEAD_ROOM));
      content.push(await pdfBlock(block));
    }
  }
  return {
    version: '1.7',
    pageSize: 'A4',
    pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
    language: texts.lang,
    displayTitle: true,
    info: { title, author, creationDate: date, modDate: date },
    defaultStyle: { font: 'text', fontSize: TEXT_SIZE, lineHeight: 1.15 },
    content,
    header: (page) =>
      page === 1 ? '' : atEdge(runningTitle(title), [PAGE.left, 40, PAGE.right, 0]),
    footer: (page) =>
      page === 1
        ? ''
        : {
            ...atEdge(`${texts.page} ${page}`, [PAGE.left, 20, PAGE.right, 0]),
            alignment: 'center',
          },
  };
}

/** A line, and two of what it leads to. */
const LEAD_ROOM = 54;

const EDGE_SIZE = 8;

function atEdge(text: string, margin: [number, number, number, number]): ContentText {
  return {
    text: pdfText([{ text }], { size: EDGE_SIZE }),
    fontSize: EDGE_SIZE,
    color: '#444444',
    margin,
  };
}
