import type { Block, Inline, Inlines } from '@praktikum/document';
import type { Evidence } from '../../evidence/evidence.ts';
import { exhibitId } from '../../exhibits/exhibit-block.ts';

/** In an answer: `[[1-handshake-ladder]]`, as the page of the evidence names what it shows. */
const REFERENCE = /\[\[([\w-]+)\]\]/;

/**
 * An answer in which names of figures and tables are references to them; a name that nothing bears stays as it is.
 * @param shown what can be referred to, by its id
 */
export function withReferences(
  blocks: readonly Block[],
  shown: ReadonlyMap<string, Block>,
): readonly Block[] {
  const refer = (inlines: Inlines) => referring(inlines, shown);
  return blocks.map((block): Block => {
    if (block.kind === 'paragraph') return { ...block, text: refer(block.text) };
    if (block.kind === 'list') return { ...block, items: block.items.map(refer) };
    if (block.kind === 'quote') return { ...block, paragraphs: block.paragraphs.map(refer) };
    if (block.kind !== 'table') return block;
    return { ...block, rows: block.rows.map((row) => row.map(refer)) };
  });
}

function referring(inlines: Inlines, shown: ReadonlyMap<string, Block>): Inline[] {
  return (typeof inlines === 'string' ? [inlines] : inlines).flatMap((inline): Inline[] => {
    if (typeof inline !== 'string') return [inline];
    // Every second part is a name.
    return inline.split(REFERENCE).flatMap((part, at): Inline[] => {
      if (at % 2 === 0) return part === '' ? [] : [part];
      return [isShown(part, shown) ? { referTo: part } : `[[${part}]]`];
    });
  });
}

/** What answers refer to by the name of an exhibit, `4-tls-ladder`, that no experiment has. */
export function unknownReferences(
  blocks: readonly Block[],
  { experiments }: Pick<Evidence, 'experiments'>,
): string[] {
  const known = new Set(
    experiments.flatMap((record) => record.exhibits.map((exhibit) => exhibitId(record, exhibit))),
  );
  const named = blocks
    .flatMap(inlinesOf)
    .filter((inline) => typeof inline === 'string')
    .flatMap((text) => [...text.matchAll(new RegExp(REFERENCE, 'g'))].map(([, name]) => name!));
  return [...new Set(named)].filter((name) => /^\d-/.test(name) && !known.has(name));
}

function inlinesOf(block: Block): readonly Inline[] {
  const all = (inlines: Inlines) => (typeof inlines === 'string' ? [inlines] : inlines);
  if (block.kind === 'paragraph') return all(block.text);
  if (block.kind === 'list') return block.items.flatMap(all);
  if (block.kind === 'quote') return block.paragraphs.flatMap(all);
  return block.kind === 'table' ? block.rows.flatMap((row) => row.flatMap(all)) : [];
}

function isShown(id: string, shown: ReadonlyMap<string, Block>): boolean {
  return (shown.get(id)?.kind ?? 'gap') !== 'gap';
}
