import { describe, expect, it } from '@jest/globals';
import { completeLimits, LIMITS, type Limits } from './limits.ts';

describe('completeLimits', () => {
  it('fills in the defaults and freezes', () => {
    const limits = completeLimits({ maxConnections: 5 });
    expect(limits).toMatchObject({ maxConnections: 5, idleTimeoutMs: 60_000, maxQueued: 1024 });
    expect(Object.isFrozen(limits)).toBe(true);
  });

  it.each(Object.keys(LIMITS) as (keyof Limits)[])('names %s and its range', (name) => {
    const { min, max } = LIMITS[name];
    for (const value of [min - 1, max + 1, NaN, 1.5]) {
      expect(() => completeLimits({ [name]: value })).toThrow(
        expect.objectContaining({
          code: 'ERR_OPTION_VALUE',
          details: { option: name, value, accepts: `${min} … ${max}` },
        }),
      );
    }
  });
});
