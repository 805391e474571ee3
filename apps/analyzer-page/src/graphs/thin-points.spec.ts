import { describe, expect, it } from '@jest/globals';
import type { Point } from './graph-points.ts';
import { thinPoints } from './thin-points.ts';

const POINTS = Array.from({ length: 10_000 }, (_, at): Point => [at, at === 5_001 ? 99 : 1, at]);

describe('thinPoints', () => {
  it('leaves few points as they are', () => {
    expect(thinPoints(POINTS.slice(0, 10), 0, 9, 900)).toEqual(POINTS.slice(0, 10));
  });

  it('keeps to the limit, in order, with what stands out', () => {
    const kept = thinPoints(POINTS, 0, 9_999, 300);
    expect(kept.length).toBeLessThanOrEqual(301);
    expect(kept.map(([seconds]) => seconds)).toEqual(
      kept.map(([seconds]) => seconds).toSorted((one, other) => one - other),
    );
    expect(kept).toContainEqual([5_001, 99, 5_001]);
  });

  it('keeps the part in view with a neighbour on each side', () => {
    expect(thinPoints(POINTS, 10, 12, 900).map(([seconds]) => seconds)).toEqual([
      9, 10, 11, 12, 13,
    ]);
  });

  it.each([
    ['without points', [], 0, 1],
    ['beyond them', POINTS.slice(0, 3), 50, 60],
  ] as const)('has an answer %s', (_, points, from, to) => {
    expect(thinPoints(points, from, to, 900).length).toBeLessThanOrEqual(points.length);
  });
});
