import { AlignmentType, Bookmark, Paragraph, SequentialIdentifier, TextRun } from 'docx';
import type { NumberedFigure, NumberedTable } from '../numbering/numbered-block.ts';
import { bookmarkOf, docxRuns } from './docx-runs.ts';

/** `Gambar 3. Handshake TCP`; the number is a field, so that Word counts on when one is put in before it. */
export function docxCaption(
  { label, caption }: NumberedFigure | NumberedTable,
  place: 'above' | 'below',
): Paragraph {
  // The style is bold, and the text is not: the field of a number takes no look of its own.
  const start = [new TextRun(`${label.word} `), new SequentialIdentifier(label.word)];
  const text = caption.length > 0 ? [new TextRun('. '), ...docxRuns(caption, { bold: false })] : [];
  return new Paragraph({
    style: 'Caption',
    ...(place === 'above'
      ? { keepNext: true, spacing: { before: 200, after: 80 } }
      : { alignment: AlignmentType.CENTER }),
    children: [new Bookmark({ id: bookmarkOf(label.anchor), children: start }), ...text],
  });
}
