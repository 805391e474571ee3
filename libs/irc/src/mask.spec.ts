import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { completeMask, matchesMask } from './mask.ts';

describe('completeMask', () => {
  it.each([
    ['ani', 'ani!*@*'],
    ['ani!x', 'ani!x@*'],
    ['*@host', '*!*@host'],
    ['x@host', '*!x@host'],
    ['ani!x@host', 'ani!x@host'],
    ['ani*!**@***.org', 'ani*!*@*.org'],
    ['', '*!*@*'],
    ['*', '*!*@*'],
    ['ani!', 'ani!*@*'],
    ['!x', '*!x@*'],
    ['@', '*!*@*'],
    ['a?*?*b', 'a?*?*b!*@*'],
  ])('makes %j whole', (mask, whole) => {
    expect(completeMask(mask)).toBe(whole);
    expect(completeMask(whole)).toBe(whole);
  });
});

describe('matchesMask', () => {
  it.each([
    ['ani!*@*', 'ani!a@lab', true],
    ['*!*@*.lab', 'ani!a@pc7.lab', true],
    ['*!*@*.lab', 'ani!a@lab', false],
    ['a?i', 'ani', true],
    ['a?i', 'ai', false],
    ['a?i', 'a😀i', true],
    ['a??i', 'a😀i', false],
    ['*??', '😀', false],
    ['*\ude00', '😀', false],
    ['', '', true],
    ['', 'a', false],
    ['***', '', true],
    ['?', '', false],
    ['a', 'a*', false],
    ['a*c*e', 'abcbcde', true],
    ['Ani', 'ani', false],
    ['a\\*b', 'a\\xb', true],
    ['[a-z].+$', 'b', false],
  ])('%j matches %j: %j', (mask, text, matches) => {
    expect(matchesMask(mask, text)).toBe(matches);
  });

  it('agrees with a naive matcher', () => {
    const mask = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '😀'), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 8 });
    fc.assert(
      fc.property(mask, text, (wanted, found) => {
        expect(matchesMask(wanted, found)).toBe(naive([...wanted], [...found]));
      }),
      { numRuns: 2000 },
    );
  });

  it('is quick where a backtracking matcher would never end', () => {
    const mask = `${'*a'.repeat(200)}*b`;
    for (let round = 0; round < 50; round++) {
      expect(matchesMask(mask, 'a'.repeat(5000))).toBe(false);
    }
    expect(matchesMask(mask, `${'a'.repeat(5000)}b`)).toBe(true);
  });
});

function naive([wanted, ...mask]: string[], text: string[]): boolean {
  const [found, ...rest] = text;
  if (wanted === undefined) return found === undefined;
  if (wanted === '*')
    return naive(mask, text) || (found !== undefined && naive(['*', ...mask], rest));
  return found !== undefined && (wanted === '?' || wanted === found) && naive(mask, rest);
}
