import { describe, expect, it } from '@jest/globals';
import { csvText } from './csv-text.ts';

describe('csvText', () => {
  it.each([
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['Halo é €', 'Halo é €'],
    ['', ''],
    [null, ''],
    [-5, '-5'],
    [0.25, '0.25'],
  ])('writes %j', (value, cell) => {
    expect(csvText([[value]])).toBe(`${cell}\r\n`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])(
    'lets no spreadsheet take %j for a formula',
    (text) => {
      expect(csvText([[text]])).toBe(`'${text}\r\n`);
    },
  );

  it('keeps the guard inside the quotation marks', () => {
    expect(csvText([['=HYPERLINK("x")']])).toBe(`"'=HYPERLINK(""x"")"\r\n`);
  });
});
