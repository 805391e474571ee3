import type { Content } from 'pdfmake/interfaces.js';
import { TEXT_HEIGHT } from '../page.ts';

const PAGE_ROOM = TEXT_HEIGHT * 0.95; // more than a page is on no page
const SMALLEST = 0.1; // font size of a line that nobody sees

/**
 * Goes on a new page where this much room is not left: what follows begins there with all that is kept with it.
 * An empty block of that height, which pdfmake keeps whole, and back up again. pdfmake's own ways do not do: in
 * `unbreakable` a heading would tell the table of contents another page, and `pageBreakBefore` is told wrong
 * pages of what is kept whole.
 * @param points of the page
 */
export function keptRoom(points: number): Content[] {
  const room = Math.min(points, PAGE_ROOM);
  const empty = (margin: [number, number, number, number]) => ({
    text: '',
    fontSize: SMALLEST,
    margin,
  });
  return [{ unbreakable: true, stack: [empty([0, 0, 0, room])] }, empty([0, -room, 0, 0])];
}
