import { beforeEach, describe, expect, it } from '@jest/globals';
import { Guesses } from './guesses.ts';

const ADDRESS = '192.168.1.7';
const MINUTE = 60_000;
const FIVE_AT_ONCE = [0, 0, 0, 0, 0];

let now: number;
let guesses: Guesses;

beforeEach(() => {
  now = 5000;
  guesses = new Guesses(() => now);
});

/** What each of so many guesses, one right after the other's turn, has to wait. */
function guess(times: number): (number | undefined)[] {
  return Array.from({ length: times }, () => {
    const wait = guesses.begin(ADDRESS, 'budi');
    now += wait ?? 0;
    return wait;
  });
}

describe('Guesses', () => {
  it('lets so many guesses pass at once, and then one at a time, more and more slowly', () => {
    expect(guess(5)).toEqual(FIVE_AT_ONCE);
    expect(guess(3)).toEqual([1000, 2000, 4000]);
  });

  it('puts guesses at the same time one behind the other', () => {
    guess(5);
    expect(guesses.begin(ADDRESS, 'budi')).toBe(1000);
    expect(guesses.begin(ADDRESS, 'budi')).toBe(3000);
  });

  it('never makes the time between two guesses longer than the longest pause', () => {
    expect(Math.max(...guess(2000).map((wait) => wait ?? NaN))).toBe(5000);
  });

  it('refuses who would wait too long behind others', () => {
    guess(20);
    const waits = Array.from({ length: 13 }, () => guesses.begin(ADDRESS, 'budi'));
    expect(waits.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, at) => (at + 1) * 5000));
    expect(waits[12]).toBeUndefined();
    now += 5000;
    expect(guesses.begin(ADDRESS, 'budi')).toBe(60_000);
  });

  it('makes neither other accounts nor other addresses wait', () => {
    guess(5 + 3);
    expect(guesses.begin(ADDRESS, 'siti')).toBe(0);
    expect(guesses.begin('192.168.1.8', 'budi')).toBe(0);
  });

  it('forgets when the right password comes', () => {
    guess(5);
    guesses.succeed(ADDRESS, 'budi');
    expect(guess(5)).toEqual(FIVE_AT_ONCE);
  });

  it('forgets after a while without guesses', () => {
    guess(5 + 10);
    now += 15 * MINUTE;
    expect(guess(1)).toEqual([0]); // the pause is over, and the count is not
    expect(guess(1)).not.toEqual([0]);
    now += 15 * MINUTE + 5001;
    expect(guess(5)).toEqual(FIVE_AT_ONCE);
  });

  it('counts for so many at a time', () => {
    guess(5);
    for (let n = 1; n < 10_000; n++) guesses.begin(`10.0.${n >> 8}.${n & 255}`, 'siti');
    expect(guess(1)).toEqual([1000]);
    for (let n = 0; n < 10_000; n++) guesses.begin(`10.1.${n >> 8}.${n & 255}`, 'siti');
    expect(guess(1)).toEqual([0]);
  });
});
