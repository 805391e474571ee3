/** The part of a ladder that is in view. */
export interface LadderWindow {
  readonly scrollTop: number;
  readonly clientHeight: number;
}

/**
 * Where a ladder is to be scrolled to so that a rung is in view; where it stands when it is already.
 * @param where `near`: no further than needed; `middle`: with rungs above and below it
 */
export function scrollToRung(
  [top, bottom]: readonly [top: number, bottom: number],
  { scrollTop, clientHeight }: LadderWindow,
  where: 'middle' | 'near',
): number {
  const [isAbove, isBelow] = [top < scrollTop, bottom > scrollTop + clientHeight];
  if (!isAbove && !isBelow) return scrollTop;
  if (where === 'middle') return top - clientHeight / 3;
  return isAbove ? top : bottom - clientHeight;
}
