import { describe, expect, it } from '@jest/globals';
import { LadderLayout, type ReportSegment } from '@praktikum/capture-report';
import { keyTarget } from './ladder-keys.ts';

const plain = { text: '', labels: [], statesChanged: false } as unknown as ReportSegment;
const layout = new LadderLayout(Array.from({ length: 100 }, () => plain));
const rung = layout.top(1);
/** Ten rungs and a half fit into the page of this view. */
const VIEW = (10.5 * rung) / 0.85;

describe('keyTarget', () => {
  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 5, 4],
    ['ArrowUp', 0, 0],
    ['PageDown', 5, 15],
    ['PageDown', 95, 99],
    ['PageUp', 50, 39],
    ['PageUp', 5, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
  ])('%s leads from rung %i to %i', (key, active, expected) => {
    expect(keyTarget(key, active, layout, VIEW)).toBe(expected);
  });

  it.each(['Enter', ' '])('"%s" chooses', (key) => {
    expect(keyTarget(key, 5, layout, VIEW)).toBe('choose');
  });

  it('leaves other keys to the browser', () => {
    expect(keyTarget('Tab', 5, layout, VIEW)).toBeUndefined();
  });
});
