import type { Content, ContentText } from 'pdfmake/interfaces.js';
import type { NumberedBlock } from '../numbering/numbered-block.ts';
import type { NumberedSection } from '../numbering/number-document.ts';
import { figureSize } from '../picture/figure-size.ts';
import { keptRoom } from './kept-room.ts';
import { tableStartHeight } from './pdf-table.ts';
import { pdfText } from './pdf-text.ts';

/** In points; a heading is taken for two lines. */
const LOOKS = {
  1: { fontSize: 15, above: 16, room: 62 },
  2: { fontSize: 12, above: 10, room: 46 },
} as const;

const LINES_OF_TEXT = 45;
const BELOW_FIGURE = 30;

/** A heading, on one page with the beginning of what stands below it. @param place of the section in the document */
export function pdfHeading(sections: readonly NumberedSection[], place: number): Content[] {
  const { level, number, title, anchor, parentAnchor } = sections[place]!;
  const { fontSize, above } = LOOKS[level];
  const heading: ContentText & { id: string } = {
    id: anchor,
    text: pdfText([{ text: `${number}  ${title}` }], { bold: true, size: fontSize }),
    fontSize,
    margin: [0, above, 0, 6],
    outline: true,
    outlineText: `${number} ${title}`,
    outlineExpanded: true,
    ...(parentAnchor !== undefined && { outlineParentId: parentAnchor }),
  };
  if (place === 0) return [{ ...heading, pageBreak: 'before' }];
  return [...keptRoom(roomOf(sections, place)), heading];
}

function roomOf(sections: readonly NumberedSection[], place: number): number {
  const section = sections[place]!;
  const next = sections[place + 1];
  const below =
    section.blocks[0] !== undefined
      ? startHeight(section.blocks[0])
      : next?.level === 2
        ? roomOf(sections, place + 1)
        : 0;
  return LOOKS[section.level].room + below;
}

function startHeight(block: NumberedBlock): number {
  if (block.kind === 'table') return tableStartHeight(block);
  if (block.kind === 'figure') return figureSize(block).height + BELOW_FIGURE;
  return LINES_OF_TEXT;
}
