import {
  AlignmentType,
  Bookmark,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';

import type { NumberedDocument, NumberedSection } from '../numbering/number-document.ts';
import { leadsOn } from '../numbering/leads-on.ts';
import { PAGE, runningTitle } from '../page.ts';
import { coreProperties } from './core-properties.ts';
import { docxBlock } from './docx-blocks.ts';
import { estimatePages } from './estimate-pages.ts';
import { bookmarkOf } from './docx-runs.ts';
import { docxNumbering, docxStyles, STYLE } from './docx-styles.ts';
import { docxTitlePage } from './docx-title-page.ts';

export async function packDocx(document: NumberedDocument): Promise<Uint8Array> {
  const { texts, title } = document;
  const file = new Document({
    title,
    creator: document.author ?? '',
    styles: docxStyles(texts.lang),
    numbering: docxNumbering,
    // Fields are written with what they show, so that Word asks nobody whether it may update them.
    pageNumbers: estimatePages,
    sections: [
      {
        properties: { titlePage: true, page: { size: SIZE, margin: MARGIN } },
        headers: { default: new Header({ children: [edge([new TextRun(runningTitle(title))])] }) },
        footers: { default: new Footer({ children: [pageNumber(texts.page)] }) },
        children: [
          ...docxTitlePage(document),
          ...contents(texts.contents),
          ...(await body(document)),
        ],
      },
    ],
  });
  const overrides = [{ path: 'docProps/core.xml', data: coreProperties(document) }];
  return new Uint8Array(await Packer.toBuffer(file, undefined, overrides));
}

const twips = (points: number) => Math.round(points * 20);
const SIZE = { width: twips(PAGE.width), height: twips(PAGE.height) };
const MARGIN = {
  left: twips(PAGE.left),
  right: twips(PAGE.right),
  top: twips(PAGE.top),
  bottom: twips(PAGE.bottom),
};

async function body({ sections }: NumberedDocument): Promise<FileChild[]> {
  const children: FileChild[] = [];
  let place = 0;
  for (const section of sections) {
    children.push(heading(section, section === sections[0]));
    for (const [at, block] of section.blocks.entries()) {
      const keepNext = leadsOn(block, section.blocks[at + 1]);
      children.push(...(await docxBlock(block, { place: place++, keepNext })));
    }
  }
  return children;
}

function heading({ level, number, title, anchor }: NumberedSection, first: boolean): Paragraph {
  const text = new TextRun(`${number}  ${title}`);
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    pageBreakBefore: first,
    children: [new Bookmark({ id: bookmarkOf(anchor), children: [text] })],
  });
}

/** Not a heading itself: it would be in the table. */
function contents(title: string): FileChild[] {
  return [
    new Paragraph({ style: STYLE.contents, pageBreakBefore: true, children: [new TextRun(title)] }),
    new TableOfContents(title, { hyperlink: true, headingStyleRange: '1-2' }),
  ];
}

function edge(children: TextRun[]): Paragraph {
  return new Paragraph({ style: STYLE.header, children });
}

function pageNumber(word: string): Paragraph {
  const children = [new TextRun({ children: [`${word} `, PageNumber.CURRENT] })];
  return new Paragraph({ style: STYLE.header, alignment: AlignmentType.CENTER, children });
}
