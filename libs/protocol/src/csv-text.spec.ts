import { describe, expect, it } from '@jest/globals';
import { csvText } from './csv-text.ts';

describe('csvText', () => {
  it.each([
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['Halo é €', 'Halo é €'],
    ['', ''],
    [' a=b', ' a=b'],
    ['a-b ＝', 'a-b ＝'],
    [null, ''],
    [-5, '-5'],
    [0.25, '0.25'],
  ])('writes %j', (value, cell) => {
    expect(csvText([[value]])).toBe(`${cell}\r\n`);
  });

  it.each([
    ...['=1+1', '+1', '-1', '@SUM(A1)', '\tx', ' =1', '\u00a0\u3000+1', '\u200b\ufeff@A1'],
    ...['＝1+1', '＋1', '－1', '＠A1', ' ＝1', '﹦1', '\u22121'],
  ])('lets no spreadsheet take %j for a formula', (text) => {
    expect(csvText([[text]])).toBe(`'${text}\r\n`);
  });

  it('keeps the guard inside the quotation marks', () => {
    expect(csvText([['=HYPERLINK("x")']])).toBe(`"'=HYPERLINK(""x"")"\r\n`);
  });
});
