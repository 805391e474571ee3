import { describe, expect, it } from '@jest/globals';
import { inLines } from './word-lines.ts';

describe('inLines', () => {
  it.each([
    [[], []],
    [['satu'], ['satu']],
    [
      ['satu', 'dua', 'tiga'],
      ['satu dua', 'tiga'],
    ],
    [
      ['terlalu-panjang', 'dua'],
      ['terlalu-panjang', 'dua'],
    ],
    [
      ['é'.repeat(4), 'x'],
      [`${'é'.repeat(4)}`, 'x'],
    ],
  ])('puts %j into lines of 9 bytes', (words, lines) => {
    expect(inLines(words, 9)).toEqual(lines);
  });
});
