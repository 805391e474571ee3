import { describe, expect, it } from '@jest/globals';
import { OwnerTime } from './owner-time.ts';
import { TimeDebts } from './time-debts.ts';

function tired(): OwnerTime {
  const time = new OwnerTime();
  time.take(60, 0);
  return time;
}

describe('TimeDebts', () => {
  it('hands what a client has taken to the next one from the same address', () => {
    const debts = new TimeDebts();
    const time = tired();
    debts.leave('10.0.0.1', time, 0);
    expect(debts.takeOver('10.0.0.2', 1)).not.toBe(time);
    expect(debts.takeOver('10.0.0.1', 1)).toBe(time);
    expect(debts.takeOver('10.0.0.1', 1)).not.toBe(time); // once
  });

  it('forgets who has taken little, and after a while everybody', () => {
    const debts = new TimeDebts();
    const little = new OwnerTime();
    little.take(1, 0);
    debts.leave('10.0.0.1', little, 0);
    expect(debts.takeOver('10.0.0.1', 0)).not.toBe(little);
    const time = tired();
    debts.leave('10.0.0.1', time, 0);
    expect(debts.takeOver('10.0.0.1', 10_000)).not.toBe(time);
  });

  it('remembers so many of one address', () => {
    const debts = new TimeDebts();
    for (let at = 0; at < 300; at++) debts.leave('10.0.0.1', tired(), 0);
    const pauses = Array.from({ length: 300 }, () => debts.takeOver('10.0.0.1', 0).pause(0));
    expect(pauses.filter((pause) => pause > 0)).toHaveLength(256);
  });

  it('remembers so many addresses', () => {
    const debts = new TimeDebts();
    for (let at = 0; at < 1001; at++) debts.leave(`10.0.${at >> 8}.${at & 255}`, tired(), 0);
    expect(debts.takeOver('10.0.0.0', 0).pause(0)).toBe(0);
    expect(debts.takeOver('10.0.0.1', 0).pause(0)).toBeGreaterThan(0);
  });
});
