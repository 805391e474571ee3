import { BorderStyle, InternalHyperlink, type ParagraphChild, ShadingType, TextRun } from 'docx';
import type { Mark, Run, Runs } from '../text/runs.ts';
import { CODE_FONT } from './docx-styles.ts';

/** A text in the words of docx. */
export function docxRuns(runs: Runs, look: { readonly bold?: boolean } = {}): ParagraphChild[] {
  return runs.flatMap((run) => docxRun(run, look));
}

function docxRun({ text, mark, target }: Run, look: { readonly bold?: boolean }): ParagraphChild[] {
  const pieces = text
    .split('\n')
    .map(
      (line, at) =>
        new TextRun({ text: line, ...look, ...looks(mark), ...(at > 0 && { break: 1 }) }),
    );
  if (target === undefined) return pieces;
  return [new InternalHyperlink({ anchor: bookmarkOf(target), children: pieces })];
}

/** Word allows no hyphen in the name of a bookmark. */
export function bookmarkOf(anchor: string): string {
  return anchor.replaceAll('-', '_');
}

function looks(mark: Mark | undefined) {
  switch (mark) {
    case 'bold':
      return { bold: true };
    case 'italic':
      return { italics: true };
    case 'code':
      return { font: CODE_FONT, noProof: true };
    case 'gap':
      return {
        bold: true,
        border: { style: BorderStyle.SINGLE, size: 8, space: 1, color: '000000' },
        shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'D8D8D8' },
      };
    case undefined:
      return {};
  }
}
