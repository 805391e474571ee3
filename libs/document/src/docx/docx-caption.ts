import { AlignmentType, Bookmark, Paragraph, SequentialIdentifier, TextRun } from 'docx';
import type { NumberedFigure, NumberedTable } from '../numbering/numbered-block.ts';
import { bookmarkOf, docxRuns } from './docx-runs.ts';

/** `Gambar 3. Handshake TCP`; the number is a field, so that Word counts on when one is put in before it. */
export function docxCaption(
  { label, caption }: NumberedFigure | NumberedTable,
  place: 'above' | 'below',
): Paragraph {
  const start = [
    new TextRun({ text: `${label.word} `, bold: true }),
    new SequentialIdentifier(label.word),
  ];
  const rest = caption.length > 0 ? [new TextRun({ text: '. ', bold: true })] : [];
  return new Paragraph({
    style: 'Caption',
    ...(place === 'above'
      ? { keepNext: true, spacing: { before: 200, after: 80 } }
      : { alignment: AlignmentType.CENTER }),
    children: [
      new Bookmark({ id: bookmarkOf(label.anchor), children: start }),
      ...rest,
      ...docxRuns(caption),
    ],
  });
}
