import { describe, expect, it } from '@jest/globals';
import { formatMs, formatNumber } from './format-number.ts';

describe('formatNumber and formatMs', () => {
  it.each([
    [0.421, '0,42', '0.42'],
    [12.34, '12,3', '12.3'],
    [1234.5, '1.235', '1,235'],
  ])('%d ms is %s and %s', (ms, indonesian, english) => {
    expect(formatMs(ms, 'id')).toBe(indonesian);
    expect(formatMs(ms, 'en')).toBe(english);
  });

  it('keeps the decimals it is told to', () => {
    expect(formatNumber(1000, 'id', 1)).toBe('1.000,0');
  });
});
