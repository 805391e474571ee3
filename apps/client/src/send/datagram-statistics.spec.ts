import { describe, expect, it } from '@jest/globals';
import { DatagramStatistics } from './datagram-statistics.ts';

function sendThree(): DatagramStatistics {
  const statistics = new DatagramStatistics();
  for (const number of [1, 2, 3]) statistics.sent(number, 10 * number);
  return statistics;
}

describe('DatagramStatistics', () => {
  it('tells first, late, double and foreign replies apart', () => {
    const statistics = sendThree();
    expect(statistics.received(2, 25)).toEqual({ arrival: 'first', ms: 5 });
    expect(statistics.received(1, 26)).toEqual({ arrival: 'reordered', ms: 16 });
    expect(statistics.received(2, 27)).toEqual({ arrival: 'duplicate', ms: 7 });
    expect(statistics.received(9, 28).arrival).toBe('foreign');
    expect(statistics.received(undefined, 29).arrival).toBe('foreign');
    expect(statistics).toMatchObject({ reordered: 1, duplicates: 1, foreign: 2, lostCount: 1 });
  });

  it('reckons with the first reply to each datagram', () => {
    const statistics = sendThree();
    statistics.received(1, 11);
    statistics.received(2, 23);
    statistics.received(2, 99);
    statistics.received(3, 35);
    expect(statistics.roundTrip).toMatchObject({ min: 1, average: 3, max: 5 });
    expect(statistics.roundTrip?.deviation).toBeCloseTo(1.633, 3);
  });

  it('has no round trip without a reply', () => {
    expect(sendThree().roundTrip).toBeUndefined();
    expect(sendThree().lostCount).toBe(3);
  });
});
