import { describe, expect, it } from '@jest/globals';
import { countText, decimalText, msText } from './number-text.ts';

describe('numbers', () => {
  it.each([0, 7, 999, 1000, 12_345, 1_234_567, -1234])('writes %i as Intl does', (value) => {
    for (const language of ['id', 'en'] as const) {
      expect(countText(value, language)).toBe(value.toLocaleString(language));
    }
  });

  it.each([0, 0.0449, 1234.5678])('writes %d with decimals as Intl does', (value) => {
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    for (const language of ['id', 'en'] as const) {
      expect(decimalText(value, language, 2)).toBe(value.toLocaleString(language, digits));
    }
  });

  it('gives milliseconds as many decimals as are worth reading', () => {
    expect([11_000, 23_456_000, 1_234_000_000].map((ns) => msText(ns, 'id'))).toEqual([
      '0,011 ms',
      '23,5 ms',
      '1.234 ms',
    ]);
  });
});
