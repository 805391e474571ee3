import { describe, expect, it } from '@jest/globals';
import type { ReportSegment } from '../data/report-segment.ts';
import { LadderLayout } from './ladder-layout.ts';
import { rungHeight } from './rung.ts';

const plain = { said: '', text: '', labels: [], statesChanged: false } as unknown as ReportSegment;
const tall = { ...plain, text: '"x"', labels: ['retransmission'], statesChanged: true };
const layout = new LadderLayout([plain, tall, plain]);

describe('LadderLayout', () => {
  it('puts rungs below one another', () => {
    expect(layout.top(1)).toBe(rungHeight(plain));
    expect(layout.height).toBe(2 * rungHeight(plain) + rungHeight(tall));
    expect(rungHeight(tall)).toBeGreaterThan(rungHeight(plain));
  });

  it.each([
    [-10, 0],
    [0, 0],
    [rungHeight(plain) - 1, 0],
    [rungHeight(plain), 1],
    [rungHeight(plain) + rungHeight(tall), 2],
    [1e9, 2],
  ])('finds the rung at %i', (height, index) => {
    expect(layout.indexAt(height)).toBe(index);
  });

  it('has nothing to find without rungs', () => {
    expect([new LadderLayout([]).indexAt(5), new LadderLayout([]).height]).toEqual([0, 0]);
  });
});
