import type { Block, Figure, Inlines, Picture, Table } from '../document.ts';
import { codeLines } from '../text/code-lines.ts';
import { withoutLinks } from '../text/without-links.ts';
import { cleanText } from '../text/clean-text.ts';
import { type Runs, runsOf } from '../text/runs.ts';
import type { Label, Numbering } from './numbering.ts';

/** A block as all renderers read it: numbers and references are in it, and its text is clean. */
export type NumberedBlock =
  | { readonly kind: 'paragraph'; readonly text: Runs }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Runs[] }
  | NumberedTable
  | NumberedFigure
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | { readonly kind: 'quote'; readonly paragraphs: readonly Runs[] }
  | { readonly kind: 'gap'; readonly text: Runs };

export interface NumberedTable {
  readonly kind: 'table';
  readonly label: Label;
  readonly caption: Runs;
  /** As many cells as each of the rows; none where the table has no header. */
  readonly header: readonly Runs[];
  readonly rows: readonly (readonly Runs[])[];
  readonly numeric: ReadonlySet<number>;
}

export interface NumberedFigure {
  readonly kind: 'figure';
  readonly label: Label;
  readonly caption: Runs;
  readonly picture: Picture;
  readonly alt: string;
}

/** Numbers blocks of one text that follow each other, and resolves what they refer to. */
export function numberBlocks(blocks: readonly Block[], numbering: Numbering) {
  return resolveBlocks(blocks, numbering.add(blocks), numbering);
}

export function resolveBlocks(
  blocks: readonly Block[],
  labels: readonly (Label | undefined)[],
  { refer }: Numbering,
): readonly NumberedBlock[] {
  const runs = (inlines: Inlines) => runsOf(inlines, refer);
  return blocks.map((block, at) => resolveBlock(block, labels[at], runs));
}

type Resolve = (inlines: Inlines) => Runs;

function resolveBlock(block: Block, label: Label | undefined, runs: Resolve): NumberedBlock {
  switch (block.kind) {
    case 'paragraph':
    case 'gap':
      return { kind: block.kind, text: runs(block.text) };
    case 'list':
      return { kind: 'list', ordered: block.ordered, items: block.items.map(runs) };
    case 'quote':
      return { kind: 'quote', paragraphs: block.paragraphs.map(runs) };
    case 'code':
      return { kind: 'code', lines: codeLines(block.text) };
    case 'figure':
      return resolveFigure(block, label!, runs);
    case 'table':
      return resolveTable(block, label!, runs);
  }
}

function resolveFigure(figure: Figure, label: Label, runs: Resolve): NumberedFigure {
  const alt = cleanText(figure.alt).replace(/\s+/g, ' ');
  const { svg, png } = figure;
  const picture = png ? { png } : { svg: withoutLinks(cleanText(svg)) };
  return { kind: 'figure', label, caption: runs(figure.caption), picture, alt };
}

/** Rows of different lengths are filled up: word processors take such a table for damaged. */
function resolveTable(table: Table, label: Label, runs: Resolve): NumberedTable {
  const columns = table.rows.reduce(
    (most, row) => Math.max(most, row.length),
    Math.max(1, table.header.length),
  );
  const filled = (row: readonly Inlines[]) =>
    Array.from({ length: columns }, (_, column) => runs(row[column] ?? ''));
  const rows = table.rows.map(filled);
  return {
    kind: 'table',
    label,
    caption: runs(table.caption),
    header: table.header.length > 0 ? filled(table.header) : [],
    rows: rows.length > 0 || table.header.length > 0 ? rows : [filled([])],
    numeric: new Set(table.numeric),
  };
}
