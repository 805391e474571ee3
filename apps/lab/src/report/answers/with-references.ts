import type { Block, Inline, Inlines } from '@praktikum/document';

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

function isShown(id: string, shown: ReadonlyMap<string, Block>): boolean {
  return (shown.get(id)?.kind ?? 'gap') !== 'gap';
}
