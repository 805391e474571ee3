import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatSource, parseSource } from './source.ts';

describe('parseSource', () => {
  it.each([
    ['ani!a@lab', { name: 'ani', user: 'a', host: 'lab' }],
    ['irc.example.org', { name: 'irc.example.org' }],
    ['ani!a', { name: 'ani', user: 'a' }],
    ['ani@lab', { name: 'ani', host: 'lab' }],
    ['ani!~a@2001:db8::1', { name: 'ani', user: '~a', host: '2001:db8::1' }],
    ['ani!a@user/b!c@d', { name: 'ani', user: 'a', host: 'user/b!c@d' }],
    ['ani@lab!x', { name: 'ani', host: 'lab!x' }],
    ['!@', { name: '', user: '', host: '' }],
    ['', { name: '' }],
  ])('reads %j', (text, source) => {
    expect(parseSource(text)).toEqual(source);
  });

  it('gives what formatSource writes as the same text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '!', '@', '.') });
    fc.assert(
      fc.property(text, (source) => {
        expect(formatSource(parseSource(source))).toBe(source);
      }),
    );
  });
});
