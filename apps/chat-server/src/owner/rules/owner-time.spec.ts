import { describe, expect, it } from '@jest/globals';
import { OwnerTime } from './owner-time.ts';

/** The pause after a command that has taken so long. */
function pauseAfter(time: OwnerTime, ms: number, now: number): number {
  time.take(ms, now);
  return time.pause(now);
}

describe('OwnerTime', () => {
  it('lets a client take so much at once, and then a hundredth of the time', () => {
    const time = new OwnerTime();
    expect(pauseAfter(time, 30, 1000)).toBe(0);
    expect(pauseAfter(time, 20, 1000)).toBe(0);
    expect(pauseAfter(time, 10, 1000)).toBeCloseTo(1000);
    expect(pauseAfter(time, 10, 2000)).toBeCloseTo(1000);
    expect(pauseAfter(time, 10, 13_000)).toBe(0);
  });

  it('makes nobody wait longer than the longest pause', () => {
    const time = new OwnerTime();
    expect(pauseAfter(time, 60_000, 1000)).toBeCloseTo(5000);
    expect(pauseAfter(time, 60_000, 1000)).toBeCloseTo(5000);
    expect(pauseAfter(time, 0, 6000)).toBeCloseTo(0);
  });
});
