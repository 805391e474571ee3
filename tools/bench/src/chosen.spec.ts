import { expect, it } from '@jest/globals';
import { chosen } from './chosen.ts';

const THINGS = [{ name: 'a' }, { name: 'b' }];

it('chooses by name, in the order asked for', () => {
  expect(chosen('--peers', THINGS, 'b,a')).toEqual([{ name: 'b' }, { name: 'a' }]);
});

it('chooses all of them when none is named', () => {
  expect(chosen('--peers', THINGS, undefined)).toBe(THINGS);
});

it('names the option and what it accepts', () => {
  expect(() => chosen('--peers', THINGS, 'a,c')).toThrow(
    expect.objectContaining({
      code: 'ERR_OPTION_VALUE',
      details: { option: '--peers', value: 'c', accepts: 'a, b' },
    }),
  );
});
