import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TimestampClock } from './timestamp-clock.ts';

function read(ticks: bigint, resolution?: number, offset?: bigint): [number, number] {
  const clock = new TimestampClock(resolution, offset);
  clock.set(Number(ticks >> 32n), Number(ticks & 0xffff_ffffn));
  return [clock.seconds, clock.nanoseconds];
}

describe('TimestampClock', () => {
  it.each<[string, bigint, number | undefined, [number, number]]>([
    ['microseconds by default', 1_700_000_000_000_001n, undefined, [1_700_000_000, 1000]],
    ['nanoseconds', 1_700_000_000_999_999_999n, 9, [1_700_000_000, 999_999_999]],
    ['whole seconds', 5n, 0, [5, 0]],
    ['picoseconds', 5_000_000_001_999n, 12, [5, 1]],
    ['more digits than a double holds', 10n ** 16n - 1n, 16, [0, 999_999_999]],
    ['a power of two', (7n << 10n) | 512n, 0x80 | 10, [7, 500_000_000]],
    ['2^-60 s', (3n << 60n) | (1n << 59n), 0x80 | 60, [3, 500_000_000]],
  ])('reads %s', (_, ticks, resolution, time) => {
    expect(read(ticks, resolution)).toEqual(time);
  });

  it('adds the offset of the interface, also a negative one', () => {
    expect(read(10_000_000n, 6, 5n)).toEqual([15, 0]);
    expect(read(10_000_000n, 6, -5n)).toEqual([5, 0]);
  });

  it('refuses a resolution that 64 bits cannot hold', () => {
    expect(() => new TimestampClock(0xff)).toThrow('2^-127');
  });

  it('is exact for any resolution and every second a double can hold', () => {
    const resolution = fc.oneof(
      fc.integer({ min: 0, max: 19 }),
      fc.integer({ min: 0x80, max: 0xbf }),
    );
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), resolution, (ticks, code) => {
        const perSecond = code & 0x80 ? 1n << BigInt(code & 0x7f) : 10n ** BigInt(code);
        fc.pre(ticks / perSecond < 1n << 52n);
        const [seconds, nanoseconds] = read(ticks, code);
        expect(seconds).toBe(Number(ticks / perSecond));
        expect(nanoseconds).toBe(Number(((ticks % perSecond) * 1_000_000_000n) / perSecond));
      }),
    );
  });
});
