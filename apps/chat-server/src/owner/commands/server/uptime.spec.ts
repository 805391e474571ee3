import { describe, expect, it } from '@jest/globals';
import { splitUptime } from './uptime.ts';

describe('splitUptime', () => {
  it.each([
    [0, 0, '0:00:00'],
    [999, 0, '0:00:00'],
    [61_000, 0, '0:01:01'],
    [86_399_999, 0, '23:59:59'],
    [86_400_000, 1, '0:00:00'],
    [183_845_000, 2, '3:04:05'],
  ])('shows %i ms', (milliseconds, days, clock) => {
    expect(splitUptime(milliseconds)).toEqual({ days, clock });
  });
});
