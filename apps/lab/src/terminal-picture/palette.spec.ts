import { describe, expect, it } from '@jest/globals';
import { contrast, GROUND, INK, INKS, LEAST_CONTRAST, paletteColor, QUIET } from './palette.ts';
import { readable } from './palette.ts';

it('contrast is that of WCAG', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it.each([...INKS, INK, QUIET])('%s can be read on the ground', (ink) => {
  expect(contrast(ink, GROUND)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
});

it.each([
  [16, '#000000'],
  [21, '#0000ff'],
  [196, '#ff0000'],
  [110, '#87afd7'],
  [231, '#ffffff'],
  [232, '#080808'],
  [255, '#eeeeee'],
])('color %i of the 256 is %s', (index, color) => {
  expect(paletteColor(index, 'ink')).toBe(color);
});

describe('readable', () => {
  it('leaves what can be read', () => {
    expect(readable(INK, GROUND)).toBe(INK);
  });

  it('makes any ink readable on any ground', () => {
    const colors = Array.from({ length: 256 }, (_, index) => paletteColor(index, 'ground'));
    const worst = colors.flatMap((ground) =>
      colors.map((ink) => contrast(readable(ink, ground), ground)),
    );
    expect(Math.min(...worst)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });
});
