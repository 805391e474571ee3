import { describe, expect, it } from '@jest/globals';
import { captureLimits, DEFAULT_CAPTURE_LIMITS } from './limits.ts';

describe('captureLimits', () => {
  it('changes what is given and keeps the rest', () => {
    expect(captureLimits({ maxLayers: 3 })).toEqual({ ...DEFAULT_CAPTURE_LIMITS, maxLayers: 3 });
  });

  it.each([0, -1, 1.5, Number.NaN, Infinity])('refuses %d, and names the limit', (maxLayers) => {
    expect(() => captureLimits({ maxLayers })).toThrow(
      expect.objectContaining({
        code: 'ERR_CAPTURE_ARGUMENT',
        message: expect.stringContaining('maxLayers'),
      }),
    );
  });
});
