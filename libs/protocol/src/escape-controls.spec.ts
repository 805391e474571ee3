import { describe, expect, it } from '@jest/globals';
import { escapeControls } from './escape-controls.ts';

describe('escapeControls', () => {
  it.each([
    ['\u001b[2J\u001b[31mmerah', '\\x1b[2J\\x1b[31mmerah'],
    ['satu\r\ndua\t.', 'satu\\r\\ndua\\t.'],
    ['\u009b0m \u007f \u0000', '\\x9b0m \\x7f \\x00'],
    ['abc\u202egnp.exe', 'abc\\u202egnp.exe'],
    ['baris\u2028baru', 'baris\\u2028baru'],
    ['Halo é 😀 ñ', 'Halo é 😀 ñ'],
  ])('makes %j harmless', (text, shown) => {
    expect(escapeControls(text)).toBe(shown);
  });

  it('can keep tabs and newlines, never a carriage return', () => {
    expect(escapeControls('a\tb\nc\rd\u001b', 'keep')).toBe('a\tb\nc\\rd\\x1b');
  });
});
