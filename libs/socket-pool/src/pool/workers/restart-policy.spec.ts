import { describe, expect, it } from '@jest/globals';
import { MAX_START_FAILURES, RestartPolicy } from './restart-policy.ts';

describe('RestartPolicy', () => {
  it('waits twice as long after every failure, up to five seconds', () => {
    const policy = new RestartPolicy();
    const delays = Array.from({ length: 8 }, () => policy.afterExit(10, true));
    expect(delays).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000]);
  });

  it('begins anew after a worker that lived long', () => {
    const policy = new RestartPolicy();
    policy.afterExit(10, true);
    policy.afterExit(10, true);
    expect(policy.afterExit(60_000, true)).toBe(100);
  });

  it('gives up after so many failed starts in a row', () => {
    const policy = new RestartPolicy();
    const starts = Array.from({ length: MAX_START_FAILURES }, () => policy.afterExit(10, false));
    expect(starts.at(-1)).toBeUndefined();
    expect(starts.slice(0, -1)).not.toContain(undefined);
  });

  it('forgives failed starts once one succeeded', () => {
    const policy = new RestartPolicy();
    for (let start = 1; start < MAX_START_FAILURES; start++) policy.afterExit(10, false);
    policy.afterExit(10, true);
    expect(policy.afterExit(10, false)).toBe(3200);
  });
});
