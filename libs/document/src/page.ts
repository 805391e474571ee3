const POINTS_PER_CM = 72 / 2.54;

/** A4 with room for a binding on the left, in points; the same in print, whatever the file. */
export const PAGE = {
  width: 21 * POINTS_PER_CM,
  height: 29.7 * POINTS_PER_CM,
  left: 3 * POINTS_PER_CM,
  right: 2.5 * POINTS_PER_CM,
  top: 2.5 * POINTS_PER_CM,
  bottom: 2.5 * POINTS_PER_CM,
} as const;

export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const TEXT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

const HEADER_CHARACTERS = 80; // what fits into one line

/** The title as it stands at the head of each page: in one line. */
export function runningTitle(title: string): string {
  const characters = [...title];
  if (characters.length <= HEADER_CHARACTERS) return title;
  return `${characters.slice(0, HEADER_CHARACTERS - 1).join('')}…`;
}
