import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byteLength, cutToBytes } from './byte-length.ts';

const encoded = (text: string) => new TextEncoder().encode(text).length;
const anything = fc
  .array(fc.oneof(fc.nat({ max: 0xffff }), fc.integer({ min: 0xd7f0, max: 0xe010 }), fc.nat(127)))
  .map((units) => String.fromCharCode(...units));

describe('byteLength', () => {
  it.each([
    ['', 0],
    ['Halo', 4],
    ['é', 2],
    ['€', 3],
    ['😀', 4],
    ['\ud83d', 3],
    ['\ude00\ud83d', 6],
    ['\ud83d\ud83d\ude00', 7],
  ])('of %j is %i', (text, bytes) => {
    expect(byteLength(text)).toBe(bytes);
  });

  it('agrees with TextEncoder', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(byteLength(text)).toBe(encoded(text));
      }),
    );
  });
});

describe('cutToBytes', () => {
  it.each([
    ['Halo', 4, 'Halo'],
    ['Halo', 3, 'Hal'],
    ['aé', 2, 'a'],
    ['a€', 3, 'a'],
    ['a😀b', 4, 'a'],
    ['a😀b', 5, 'a😀'],
    ['a\ud83db', 3, 'a'],
    ['a\ud83db', 4, 'a\ud83d'],
    ['Halo', 0, ''],
    ['Halo', -1, ''],
    ['', 0, ''],
  ])('cuts %j to %i bytes', (text, most, beginning) => {
    expect(cutToBytes(text, most)).toBe(beginning);
  });

  it('gives the longest beginning that fits, of whole code points', () => {
    fc.assert(
      fc.property(anything, fc.nat({ max: 40 }), (text, most) => {
        const beginning = cutToBytes(text, most);
        expect(text.startsWith(beginning)).toBe(true);
        expect(encoded(beginning)).toBeLessThanOrEqual(most);
        const [next] = text.slice(beginning.length);
        if (next !== undefined) expect(encoded(beginning + next)).toBeGreaterThan(most);
        // Between the halves of a pair both parts would grow by a replacement character.
        const rest = encoded(text.slice(beginning.length));
        expect(encoded(beginning) + rest).toBe(encoded(text));
      }),
    );
  });
});
