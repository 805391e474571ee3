import type { LadderLayout } from '@praktikum/capture-report';

/** Part of the view that a page is: the rung at its edge stays in view. */
const PAGE = 0.85;

/**
 * What a key means to a ladder: a rung to go to, to choose the one where the keyboard stands, or nothing.
 * @param active the rung where the keyboard stands
 */
export function keyTarget(
  key: string,
  active: number,
  layout: LadderLayout,
  viewHeight: number,
): number | 'choose' | undefined {
  const last = layout.count - 1;
  const page = viewHeight * PAGE;
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, last);
    case 'ArrowUp':
      return Math.max(active - 1, 0);
    case 'PageDown':
      return layout.indexAt(layout.top(active) + page);
    case 'PageUp':
      return layout.indexAt(layout.top(active) - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Enter':
    case ' ':
      return 'choose';
    default:
      return undefined;
  }
}
