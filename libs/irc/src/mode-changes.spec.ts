import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatModeChanges, parseModeChanges } from './mode-changes.ts';
import type { ModeChange } from './mode-changes.ts';

const KINDS = { list: 'beI', always: 'k', whenSet: 'l', never: 'imnst', prefix: 'ohv' };

const add = (mode: string, param?: string) => change(true, mode, param);
const drop = (mode: string, param?: string) => change(false, mode, param);
const change = (adding: boolean, mode: string, param?: string): ModeChange =>
  param === undefined ? { adding, mode } : { adding, mode, param };

describe('parseModeChanges', () => {
  it.each<[string, string[], ModeChange[]]>([
    ['', [], []],
    ['+-', ['x'], []],
    ['nt', [], [add('n'), add('t')]],
    ['+o-v', ['ani', 'budi'], [add('o', 'ani'), drop('v', 'budi')]],
    ['+nt-i+m', [], [add('n'), add('t'), drop('i'), add('m')]],
    ['+lk', ['10', 'kunci'], [add('l', '10'), add('k', 'kunci')]],
    ['-lk', ['kunci'], [drop('l'), drop('k', 'kunci')]],
    ['b', [], [add('b')]],
    ['-b+e', ['a!*@*'], [drop('b', 'a!*@*'), add('e')]],
    ['+n', ['ignored'], [add('n')]],
    ['+k', [''], [add('k', '')]],
  ])('reads %j with %j', (modes, params, changes) => {
    expect(parseModeChanges(modes, params, KINDS)).toEqual({ changes, unknown: [], missing: [] });
  });

  it('tells what lacks its parameter, and goes on', () => {
    expect(parseModeChanges('+ol-k+n', ['ani'], KINDS)).toEqual({
      changes: [add('o', 'ani'), add('n')],
      unknown: [],
      missing: [add('l'), drop('k')],
    });
  });

  it('names each unknown letter once, however often it comes', () => {
    const { changes, unknown } = parseModeChanges(`+${'x'.repeat(400)}n😀,`, [], KINDS);
    expect(unknown).toEqual(['x', '😀', ',']);
    expect(changes).toEqual([add('n')]);
  });
});

describe('formatModeChanges', () => {
  it.each<[ModeChange[], string[]]>([
    [[], []],
    [[add('n')], ['+n']],
    [
      [add('o', 'ani'), drop('v', 'budi')],
      ['+o-v', 'ani', 'budi'],
    ],
    [
      [drop('o', 'a'), drop('t'), add('v', 'b'), add('i'), drop('m')],
      ['-ot+vi-m', 'a', 'b'],
    ],
  ])('writes %j', (changes, params) => {
    expect(formatModeChanges(changes)).toEqual(params);
  });

  it('writes what parseModeChanges reads as the same changes', () => {
    const letter = (letters: string) => fc.constantFrom(...letters);
    const param = fc.stringMatching(/^[a-z]{1,5}$/);
    const changes = fc.array(
      fc.oneof(
        fc.tuple(fc.boolean(), letter('imnst')).map(([adding, mode]) => change(adding, mode)),
        fc
          .tuple(fc.boolean(), letter('beIkohv'), param)
          .map(([adding, mode, value]) => change(adding, mode, value)),
        param.map((value) => add('l', value)),
        fc.constant(drop('l')),
      ),
    );
    fc.assert(
      fc.property(changes, (expected) => {
        const [modes = '', ...params] = formatModeChanges(expected);
        const found = parseModeChanges(modes, params, KINDS);
        expect(found).toEqual({ changes: expected, unknown: [], missing: [] });
        expect(modes).not.toMatch(/[+-]$|[+-]{2}/);
      }),
    );
  });
});
