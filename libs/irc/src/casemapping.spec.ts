import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldCase } from './casemapping.ts';

describe('foldCase', () => {
  it.each([
    ['#Kelas[A]\\~', '#kelas[a]\\~', '#kelas{a}|^', '#kelas{a}|~'],
    ['@`_', '@`_', '@`_', '@`_'],
    ['ÉÄİ\u212a', 'ÉÄİ\u212a', 'ÉÄİ\u212a', 'ÉÄİ\u212a'], // the last one is the Kelvin sign
    ['', '', '', ''],
  ])('folds %j', (text, ascii, rfc1459, strict) => {
    expect(foldCase(text, 'ascii')).toBe(ascii);
    expect(foldCase(text, 'rfc1459')).toBe(rfc1459);
    expect(foldCase(text, 'rfc1459-strict')).toBe(strict);
  });

  it('changes nothing that is folded', () => {
    const mapping = fc.constantFrom(
      'ascii' as const,
      'rfc1459' as const,
      'rfc1459-strict' as const,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), mapping, (text, name) => {
        const folded = foldCase(text, name);
        expect(foldCase(folded, name)).toBe(folded);
        expect(folded).toHaveLength(text.length);
      }),
    );
  });
});
