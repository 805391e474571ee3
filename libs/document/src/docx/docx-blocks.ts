import { type FileChild, Paragraph, TextRun } from 'docx';
import type { NumberedBlock } from '../numbering/numbered-block.ts';
import type { Runs } from '../text/runs.ts';
import { wrapCode } from '../text/wrap-code.ts';
import { docxFigure } from './docx-figure.ts';
import { docxRuns } from './docx-runs.ts';
import { BULLETS, NUMBERS, STYLE } from './docx-styles.ts';
import { docxTable } from './docx-table.ts';

interface Placed {
  /** How many blocks stand before it in the document. */
  readonly place: number;
  /** Whether a paragraph is to be on one page with what follows. */
  readonly keepNext: boolean;
}

export async function docxBlock(
  block: NumberedBlock,
  { place, keepNext }: Placed,
): Promise<FileChild[]> {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ keepNext, children: docxRuns(block.text) })];
    case 'list':
      return list(block.items, block.ordered ? NUMBERS : BULLETS, place);
    case 'table':
      return docxTable(block);
    case 'figure':
      return docxFigure(block);
    case 'code':
      return code(block.lines, place);
    case 'quote':
      return block.paragraphs.map(
        (text) => new Paragraph({ style: STYLE.quote, children: docxRuns(text) }),
      );
    case 'gap':
      return [
        new Paragraph({
          style: STYLE.gap,
          indent: { left: 160 + apart(place), right: 160 },
          keepLines: true,
          children: docxRuns(block.text),
        }),
      ];
  }
}

/** Each has an instance of its numbering, so that it begins with 1. */
function list(items: readonly Runs[], reference: string, instance: number): Paragraph[] {
  const last = items.length - 1;
  return items.map(
    (item, at) =>
      new Paragraph({
        numbering: { reference, level: 0, instance },
        contextualSpacing: false,
        spacing: { after: at === last ? 160 : 40 },
        children: docxRuns(item),
      }),
  );
}

function code(whole: readonly string[], place: number): Paragraph[] {
  const lines = whole.flatMap(wrapCode);
  const last = lines.length - 1;
  return lines.map(
    (line, at) =>
      new Paragraph({
        style: STYLE.code,
        indent: { left: 520 + apart(place), hanging: 400, right: 120 },
        spacing: { before: at === 0 ? 80 : 0, after: at === last ? 240 : 0 },
        children: [new TextRun(line)],
      }),
  );
}

/** Word draws one frame around neighbours with the same frame and indent: a twentieth of a point parts them. */
function apart(place: number): number {
  return place % 2;
}
