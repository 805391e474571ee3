import { describe, expect, it } from '@jest/globals';
import { laidOutLines } from './laid-out-lines.ts';
import { wrapText } from './wrap-text.ts';

describe('wrapText', () => {
  it.each([
    ['ab c d', ['ab c', '  d']],
    ['abcdefgh', ['abc', '  def', '  gh']],
    ['', ['']],
    ['a  b c', ['a  b', '  c']],
  ])('breaks %j', (text, lines) => {
    expect(wrapText(text, '  ', '', 5)).toEqual(lines);
  });

  it('cuts no character in half', () => {
    expect(wrapText('👋👋👋', '', '', 4)).toEqual(['👋👋👋']);
  });
});

describe('laidOutLines', () => {
  it('leaves what fits as it is', () => {
    expect(laidOutLines(['  a   b   c', '  1   2   3'])).toEqual(['  a   b   c', '  1   2   3']);
  });

  it('makes paragraphs of a table that does not fit', () => {
    const row = (...cells: string[]) => `  ${cells.map((cell) => cell.padEnd(40)).join('')}`;
    expect(laidOutLines([row('frame', 'sent', 'ACK'), row('6', '0.003', '7')])).toEqual([
      '  frame 6, sent 0.003, ACK 7',
    ]);
  });
});
