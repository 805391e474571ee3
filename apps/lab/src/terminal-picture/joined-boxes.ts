import type { Box } from './drawn-characters.ts';

/** A rectangle of the picture. */
export interface PaintedBox extends Box {
  readonly fill: string;
}

/**
 * Joins rectangles that touch: viewers that smooth edges would show a seam between them, and a line is one
 * element instead of one for each column.
 * @param boxes from left to right in each row, the rows from above; they may overlap a little
 */
export function joinedBoxes(boxes: readonly PaintedBox[]): PaintedBox[] {
  const across = join(boxes, ({ y, height }) => `${y} ${height}`, joinAcross);
  return join(across, ({ x, width }) => `${x} ${width}`, joinDown);
}

/** @param line what rectangles have in common that may touch */
function join(
  boxes: readonly PaintedBox[],
  line: (box: PaintedBox) => string,
  joined: (one: PaintedBox, next: PaintedBox) => PaintedBox | undefined,
): PaintedBox[] {
  const done: PaintedBox[] = [];
  /** Where the last one of each line is. */
  const last = new Map<string, number>();
  for (const box of boxes) {
    const key = `${line(box)} ${box.fill} ${box.opacity}`;
    const at = last.get(key);
    const longer = at === undefined ? undefined : joined(done[at]!, box);
    if (longer !== undefined) done[at!] = longer;
    else last.set(key, done.push(box) - 1);
  }
  return done;
}

function joinAcross(one: PaintedBox, next: PaintedBox): PaintedBox | undefined {
  if (next.x > one.x + one.width) return undefined;
  return { ...one, width: next.x + next.width - one.x };
}

function joinDown(one: PaintedBox, next: PaintedBox): PaintedBox | undefined {
  if (next.y > one.y + one.height) return undefined;
  return { ...one, height: next.y + next.height - one.y };
}
