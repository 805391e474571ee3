import { describe, expect, it } from '@jest/globals';
import { OwnerTime } from './owner-time.ts';

describe('OwnerTime', () => {
  it('lets a client take so much at once, and then a hundredth of the time', () => {
    const time = new OwnerTime();
    expect(time.take(30, 1000)).toBe(0);
    expect(time.take(20, 1000)).toBe(0);
    expect(time.take(10, 1000)).toBeCloseTo(1000);
    expect(time.take(10, 2000)).toBeCloseTo(1000);
    expect(time.take(10, 13_000)).toBe(0);
  });

  it('makes nobody wait longer than the longest pause', () => {
    const time = new OwnerTime();
    expect(time.take(60_000, 1000)).toBeCloseTo(5000);
    expect(time.take(60_000, 1000)).toBeCloseTo(5000);
    expect(time.take(0, 6000)).toBeCloseTo(0);
  });
});
