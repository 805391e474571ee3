import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitText } from './split-text.ts';

const FAMILY = '👨‍👩‍👧'; // 18 bytes, one grapheme of five code points
const bytes = (text: string) => new TextEncoder().encode(text).length;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

describe('splitText', () => {
  it.each([
    ['', 10, []],
    ['Halo', 4, ['Halo']],
    ['Halo dunia raya', 11, ['Halo dunia ', 'raya']],
    ['Halo dunia raya', 9, ['Halo ', 'dunia ', 'raya']],
    ['Halodunia', 4, ['Halo', 'duni', 'a']],
    ['    ', 2, ['  ', '  ']],
    ['ééé', 5, ['éé', 'é']],
    ['cafe\u0301s', 5, ['caf', 'e\u0301s']],
    // A space that carries an accent is no place to cut.
    ['ab \u0301cd', 6, ['ab \u0301c', 'd']],
    ['🇮🇩🇮🇩🇮🇩', 16, ['🇮🇩🇮🇩', '🇮🇩']],
    [`ab${FAMILY}${FAMILY}`, 20, [`ab${FAMILY}`, FAMILY]],
    [`a ${FAMILY}${FAMILY}`, 20, ['a ', FAMILY, FAMILY]],
    [`a ${FAMILY} b`, 10, ['a ', '👨\u200d', '👩\u200d', '👧', ' b']],
  ])('cuts %j into pieces of %i bytes', (text, most, pieces) => {
    expect(splitText(text, most)).toEqual(pieces);
  });

  it('ends for pieces that hold no code point', () => {
    expect(splitText('é😀a', 1)).toEqual(['é', '😀', 'a']);
    expect(splitText('ab', 0)).toEqual(['a', 'b']);
  });

  it('gives pieces that fit, are the text again, and end between graphemes', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        ' ',
        'a',
        'é',
        '\u0301',
        '\u200d',
        '👨',
        '👩',
        '🇮',
        '🇩',
        '\r',
        '\n',
        '\ud83d',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 60 }),
        fc.integer({ min: 4, max: 40 }),
        (text, most) => {
          const pieces = splitText(text, most);
          expect(pieces.join('')).toBe(text);
          const borders = allowedBorders(text, most);
          let at = 0;
          for (const piece of pieces) {
            expect(piece).not.toBe('');
            expect(bytes(piece)).toBeLessThanOrEqual(most);
            at += piece.length;
            expect(borders).toContain(at);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is quick with a grapheme that is longer than any line', () => {
    const text = `a${'\u0301'.repeat(50_000)}`;
    expect(splitText(text, 400).join('')).toBe(text);
  });
});

/** Where graphemes end, and anywhere between code points within one that is too long by itself. */
function allowedBorders(text: string, most: number): Set<number> {
  const borders = new Set<number>();
  for (const { segment, index } of segmenter.segment(text)) {
    let at = index;
    for (const character of bytes(segment) > most ? segment : [segment]) {
      at += character.length;
      borders.add(at);
    }
  }
  return borders;
}
