import { describe, expect, it } from '@jest/globals';
import { heldSegments, MOST_REPORT_CONVERSATIONS, MOST_REPORT_SEGMENTS } from './report-limits.ts';

describe('heldSegments', () => {
  it('holds the first so many conversations', () => {
    const many = Array.from({ length: 100 }, (_, stream) => ({ stream, frames: 10 }));
    const held = heldSegments(many);
    expect([...held.keys()]).toEqual(
      many.slice(0, MOST_REPORT_CONVERSATIONS).map(({ stream }) => stream),
    );
    expect(held.get(0)).toBe(10);
  });

  it('holds so many segments, all conversations together', () => {
    const long = [
      { stream: 3, frames: MOST_REPORT_SEGMENTS - 5 },
      { stream: 4, frames: 100 },
      { stream: 5, frames: 100 },
    ];
    expect([...heldSegments(long)]).toEqual([
      [3, MOST_REPORT_SEGMENTS - 5],
      [4, 5],
    ]);
  });
});
