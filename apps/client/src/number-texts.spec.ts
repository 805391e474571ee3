import { describe, expect, it } from '@jest/globals';
import { NUMBER_TEXTS } from './number-texts.ts';

describe('NUMBER_TEXTS', () => {
  it.each([
    [0.421, '0,42', '0.42'],
    [12.34, '12,3', '12.3'],
    [1234.5, '1.235', '1,235'],
  ])('%d ms is %s and %s', (ms, indonesian, english) => {
    expect(NUMBER_TEXTS.id.ms(ms)).toBe(indonesian);
    expect(NUMBER_TEXTS.en.ms(ms)).toBe(english);
  });

  it('keeps the decimals it is told to', () => {
    expect(NUMBER_TEXTS.id.number(1000, 1)).toBe('1.000,0');
  });
});
