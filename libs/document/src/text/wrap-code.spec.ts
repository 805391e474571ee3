import { describe, expect, it } from '@jest/globals';
import { wrapCode } from './wrap-code.ts';

describe('a line of code on paper', () => {
  it('stays as it is where it fits', () => {
    expect(wrapCode('node praktikum client')).toEqual(['node praktikum client']);
    expect(wrapCode('')).toEqual(['']);
  });

  it('is broken at spaces, and never at a hyphen', () => {
    const words = Array.from({ length: 12 }, (_, at) => `--option-${at} value`);
    const lines = wrapCode(words.join(' '));
    expect(lines.length).toBeGreaterThan(2);
    for (const each of lines) expect(each.length).toBeLessThanOrEqual(74);
    expect(lines.map((each) => each.trim()).join(' ')).toBe(words.join(' '));
    for (const each of lines.slice(1)) expect(each).toMatch(/^ {4}\S/);
  });

  it('keeps a word that is too long for a line', () => {
    const hash = 'a'.repeat(200);
    expect(wrapCode(hash)).toEqual([hash]);
    expect(wrapCode(`sha256 ${hash}`)).toEqual(['sha256', `    ${hash}`]);
  });
});
