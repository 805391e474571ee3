import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatIsupport, parseIsupport } from './isupport.ts';

describe('parseIsupport', () => {
  it.each<[string[], Record<string, string>, string[]]>([
    [[], {}, []],
    [['NICKLEN=30', 'SAFELIST', 'EXCEPTS='], { NICKLEN: '30', SAFELIST: '', EXCEPTS: '' }, []],
    [['PREFIX=(ohv)@%+'], { PREFIX: '(ohv)@%+' }, []],
    [['CHANMODES=beI,k,l,imnst'], { CHANMODES: 'beI,k,l,imnst' }, []],
    [['NETWORK=Lab\\x20Jaringan'], { NETWORK: 'Lab Jaringan' }, []],
    [['A=\\x3D\\x5C\\x5c\\x5Cx20'], { A: '=\\\\\\x20' }, []],
    [['A=\\x41\\x0A\\x'], { A: '\\x41\\x0A\\x' }, []],
    [['A=b=c'], { A: 'b=c' }, []],
    [['-MONITOR', '-WHOX=1'], {}, ['MONITOR', 'WHOX']],
    [['A=1', '-A', '-B', 'B=2', 'C=1', 'C=2'], { B: '2', C: '2' }, ['A']],
    [['', '-', '=1', '-=1'], {}, []],
  ])('reads %j', (tokens, add, remove) => {
    const found = parseIsupport(tokens);
    expect(found).toEqual({ add: new Map(Object.entries(add)), remove });
  });
});

describe('formatIsupport', () => {
  it('puts so many tokens on a line', () => {
    const tokens = Array.from({ length: 14 }, (_, index) => `KEY${index}`);
    const lines = formatIsupport(new Map(tokens.map((key) => [key, ''])));
    expect(lines).toEqual([tokens.slice(0, 13), tokens.slice(13)]);
  });

  it('puts so many bytes on a line', () => {
    const tokens = ['A', 'B', 'C'].map((key) => [key, 'é'.repeat(83)] as const);
    const [first, second] = formatIsupport(new Map(tokens));
    expect(first).toHaveLength(2); // 2 * (1 + 2 + 166) = 338
    expect(second).toHaveLength(1);
    expect(formatIsupport(new Map([['A', 'x'.repeat(600)], ['B', '']]))).toHaveLength(2); // prettier-ignore
  });

  it('has no line for no tokens', () => {
    expect(formatIsupport(new Map())).toEqual([]);
  });

  it('writes what parseIsupport reads as the same tokens', () => {
    const value = fc.string({ unit: fc.constantFrom(' ', '=', '\\', 'x', '2', '0', 'é', '-') });
    const key = fc.stringMatching(/^[A-Z0-9/.]{1,20}$/);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name }), (pairs) => {
        const lines = formatIsupport(new Map(pairs));
        expect(lines.flat().join('')).not.toContain(' ');
        expect(parseIsupport(lines.flat()).add).toEqual(new Map(pairs));
      }),
    );
  });
});
