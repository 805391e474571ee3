import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@praktikum/protocol';
import { NUMBER_TEXTS } from './number-texts.ts';

describe('NUMBER_TEXTS', () => {
  it.each([0, 7, 999, 1000, 12_345, 1_234_567, -1234])('writes %i as Intl does', (value) => {
    for (const language of LANGUAGES) {
      expect(NUMBER_TEXTS[language].number(value)).toBe(value.toLocaleString(language));
    }
  });

  it.each([0, 0.0449, 1234.5678])('writes %d with decimals as Intl does', (value) => {
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    for (const language of LANGUAGES) {
      expect(NUMBER_TEXTS[language].number(value, 2)).toBe(value.toLocaleString(language, digits));
    }
  });

  it('gives milliseconds as many decimals as are worth reading', () => {
    expect([11_000, 23_456_000, 1_234_000_000].map(NUMBER_TEXTS.id.ms)).toEqual([
      '0,011 ms',
      '23,5 ms',
      '1.234 ms',
    ]);
  });

  it('gives seconds six decimals', () => {
    expect(NUMBER_TEXTS.id.seconds(123_456)).toBe('0,000123');
    expect(NUMBER_TEXTS.en.seconds(1_234_500_000_000)).toBe('1234.500000');
  });
});
