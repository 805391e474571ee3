import type { Point } from './graph-points.ts';

/**
 * At most about `most` of the points between two times: of each stretch the first, the smallest and the
 * largest, so that what stands out is still there. The neighbours of the range are kept, for lines that
 * cross its edge.
 */
export function thinPoints(
  points: readonly Point[],
  from: number,
  to: number,
  most: number,
): readonly Point[] {
  const first = Math.max(0, points.findIndex(([seconds]) => seconds >= from) - 1);
  const after = points.findLastIndex(([seconds]) => seconds <= to) + 2;
  const range = points.slice(first, Math.max(after, first + 1));
  if (range.length <= most) return range;
  const size = Math.ceil(range.length / (most / 3));
  const kept: Point[] = [];
  for (let start = 0; start < range.length; start += size) {
    let [least, largest] = [start, start];
    const end = Math.min(start + size, range.length);
    for (let at = start; at < end; at += 1) {
      if (range[at]![1] < range[least]![1]) least = at;
      if (range[at]![1] > range[largest]![1]) largest = at;
    }
    const places = [...new Set([start, least, largest])].toSorted((one, other) => one - other);
    kept.push(...places.map((place) => range[place]!));
  }
  return kept;
}
