import { drawRung, ladderColumns, rungClass, rungHeight } from '@praktikum/capture-report';
import { markup } from '@praktikum/protocol/markup';
import { element, svgNode } from '../dom.ts';
import type { LoadedConversation } from '../state/loaded-conversation.ts';
import type { PageTexts } from '../texts/page-texts.ts';

/** Of a longer ladder the first and last rungs are printed, as many as the terminal shows. */
const FIRST_RUNGS = 80;
const LAST_RUNGS = 20;
/** Width of A4 between the margins, in the pixels of CSS. */
const PAPER_WIDTH = 680;

/** The ladder for paper. Every rung is a picture of its own, so that pages break between them. */
export function printedLadder({ segments }: LoadedConversation, texts: PageTexts): HTMLElement {
  const columns = ladderColumns(PAPER_WIDTH);
  const rung = (segment: (typeof segments)[0]) => {
    const height = rungHeight(segment);
    const size = { viewBox: `0 0 ${PAPER_WIDTH} ${height}`, class: 'printed-rung' };
    const group = markup('g', { class: rungClass(segment) }, ...drawRung(segment, columns, texts));
    return svgNode(markup('svg', size, group));
  };
  const hidden = Math.max(0, segments.length - FIRST_RUNGS - LAST_RUNGS);
  const last = hidden > 0 ? segments.slice(-LAST_RUNGS) : segments.slice(FIRST_RUNGS);
  return element(
    'div',
    { class: 'printed-ladder' },
    ...segments.slice(0, FIRST_RUNGS).map(rung),
    hidden > 0 && element('p', {}, texts.ladder.printed(texts.number(hidden))),
    ...last.map(rung),
  );
}
