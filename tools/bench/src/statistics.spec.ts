import { describe, expect, it } from '@jest/globals';
import { ratioOf, spreadOf } from './statistics.ts';

describe('spreadOf', () => {
  it.each([
    [[3], { median: 3, min: 3, max: 3 }],
    [[9, 1, 5], { median: 5, min: 1, max: 9 }],
    [[4, 1, 2, 10], { median: 3, min: 1, max: 10 }],
  ])('%j', (values, spread) => {
    expect(spreadOf(values)).toEqual(spread);
  });

  it('has nothing to say of no values', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});

describe('ratioOf', () => {
  it('relates figures of the same round, however the machine changed between rounds', () => {
    const slowThenFast = new Map([
      [1, 100],
      [2, 1000],
      [3, 330],
    ]);
    const other = new Map([
      [1, 50],
      [2, 500],
      [3, 110],
    ]);
    expect(ratioOf(slowThenFast, other)).toEqual({ median: 2, min: 2, max: 3 });
  });

  it('leaves out a round that one of them lacks, and one that would divide by nothing', () => {
    const ratio = ratioOf(
      new Map([
        [1, 6],
        [2, 8],
        [3, 9],
      ]),
      new Map([
        [2, 4],
        [3, 0],
      ]),
    );
    expect(ratio).toEqual({ median: 2, min: 2, max: 2 });
  });

  it('is undefined without a common round', () => {
    expect(ratioOf(new Map([[1, 1]]), new Map([[2, 1]]))).toBeUndefined();
  });
});
