import { describe, expect, it } from '@jest/globals';
import { Histogram } from './histogram.ts';

describe('Histogram', () => {
  it('finds quantiles within the width of a bucket', () => {
    const histogram = new Histogram();
    for (let value = 1; value <= 100_000; value++) histogram.record(value);
    for (const part of [0.5, 0.99, 0.999]) {
      expect(Math.abs(histogram.quantile(part) / (part * 100_000) - 1)).toBeLessThan(0.008);
    }
  });

  it('knows small values exactly, and the largest', () => {
    const histogram = new Histogram();
    for (const value of [0, 7, 127, 5_000_000_000]) histogram.record(value);
    expect(histogram.quantile(0)).toBe(0);
    expect(histogram.quantile(0.25)).toBe(7);
    expect(histogram.quantile(0.5)).toBe(127);
    expect(histogram.max).toBe(5_000_000_000);
  });

  it('shows no more than the largest value', () => {
    const histogram = new Histogram();
    histogram.record(1_000_001);
    expect(histogram.quantile(0.999)).toBe(1_000_001);
  });

  it('has nothing to say of nothing', () => {
    expect(new Histogram().quantile(0.5)).toBe(0);
  });
});
