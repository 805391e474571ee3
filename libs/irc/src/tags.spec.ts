import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatTags, parseTags } from './tags.ts';

describe('parseTags', () => {
  it.each([
    ['', {}],
    ['id=123AB;rose', { id: '123AB', rose: '' }],
    ['url=;netsplit=tur,ty', { url: '', netsplit: 'tur,ty' }],
    ['time=2026-12-01T02:00:00.000Z', { time: '2026-12-01T02:00:00.000Z' }],
    ['+draft/reply=abc;+typing=active', { '+draft/reply': 'abc', '+typing': 'active' }],
    ['example.com/a-b=1', { 'example.com/a-b': '1' }],
    ['a=b=c', { a: 'b=c' }],
    ['a=1;b=2;a=3', { a: '3', b: '2' }],
    ['a=1;a', { a: '' }],
    ['A=1;a=2', { A: '1', a: '2' }],
    ['__proto__=1', { ['__proto__']: '1' }],
    [';;a=1;;', { a: '1' }],
    ['=1;+=2;é=3;a b=4', {}],
  ])('reads %j', (text, tags) => {
    expect(parseTags(text)).toEqual(new Map(Object.entries(tags)));
  });

  it.each([
    ['\\:', ';'],
    ['\\s', ' '],
    ['\\\\', '\\'],
    ['\\r\\n', '\r\n'],
    ['\\\\n', '\\n'],
    ['\\\\\\n', '\\\n'],
    ['test\\', 'test'],
    ['\\', ''],
    ['\\b', 'b'],
    ['\\😀', '😀'],
    ['a\\=\\é', 'a=é'],
  ])('unescapes %j', (escaped, value) => {
    expect(parseTags(`a=${escaped}`).get('a')).toBe(value);
  });
});

describe('formatTags', () => {
  it.each([
    [[], ''],
    [[['a', '1'], ['b', '']], 'a=1;b'], // prettier-ignore
    [[['a', '1'], ['b', '2'], ['a', '3']], 'a=3;b=2'], // prettier-ignore
    [[['a', '; \\\r\n']], 'a=\\:\\s\\\\\\r\\n'],
    [[['+draft/react', '😀=:']], '+draft/react=😀=:'],
  ])('writes %j', (tags, text) => {
    expect(formatTags(tags as [string, string][])).toBe(text);
  });

  it.each([[''], ['+'], ['a b'], ['a;b'], ['a=b'], ['@a'], ['a\r\nQUIT'], ['a\n'], ['\0'], ['é']])(
    'refuses the key %j',
    (key) => {
      expect(() => formatTags([[key, '']])).toThrow(
        expect.objectContaining({ code: 'ERR_IRC_TAG', details: { key } }),
      );
    },
  );

  it('refuses a NUL, which has no escape', () => {
    expect(() => formatTags([['a', 'b\0']])).toThrow(
      expect.objectContaining({ code: 'ERR_IRC_TAG' }),
    );
  });

  it('escapes so that every value comes back', () => {
    const value = fc.string({ unit: fc.constantFrom(';', ' ', '\\', '\r', '\n', ':', 's', 'é') });
    fc.assert(
      fc.property(value, (expected) => {
        const text = formatTags([['a', expected]]);
        expect(text).not.toMatch(/[ ;\r\n]/);
        expect(parseTags(text).get('a')).toBe(expected);
      }),
    );
  });
});
