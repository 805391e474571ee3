import { describe, expect, it } from '@jest/globals';
import { NUMERICS } from './numerics.ts';

describe('NUMERICS', () => {
  it('has three digits a name, and one name for them', () => {
    const digits = Object.values(NUMERICS);
    expect(new Set(digits).size).toBe(digits.length);
    expect(digits.filter((value) => !/^\d{3}$/.test(value))).toEqual([]);
  });

  it.each([
    ['RPL_WELCOME', '001'],
    ['RPL_WHOSPCRPL', '354'],
    ['ERR_INPUTTOOLONG', '417'],
    ['ERR_NOTONCHANNEL', '442'],
    ['ERR_INVALIDMODEPARAM', '696'],
    ['ERR_MONLISTFULL', '734'],
    ['RPL_SASLMECHS', '908'],
  ] as const)('knows %s', (name, digits) => {
    expect(NUMERICS[name]).toBe(digits);
  });
});
