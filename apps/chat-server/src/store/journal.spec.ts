import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { memoryDatabase } from './fixtures/memory-database.ts';
import { Journal } from './journal.ts';
import type { FromStore, WeighedWrite, Write } from './thread-messages.ts';

let isFull: boolean;
let attempts: number;
let written: string[];
let told: FromStore[];
let journal: Journal;

beforeEach(() => {
  jest.useFakeTimers();
  isFull = false;
  attempts = 0;
  written = [];
  told = [];
  const apply = (write: Write) => {
    attempts += 1;
    if (isFull) throw Object.assign(new Error('disk is full'), { errcode: 13 });
    if (write.type === 'save-setting') written.push(`${write.name}=${write.value}`);
  };
  journal = new Journal(memoryDatabase(), apply, (message) => told.push(message));
});
afterEach(() => {
  jest.useRealTimers();
});

const setting = (name: string, value = ''): WeighedWrite => ({
  write: { type: 'save-setting', name, value },
  bytes: 10,
});

/** Gives it what cannot be written. */
function fail(writes: readonly WeighedWrite[]): void {
  isFull = true;
  expect(journal.transact(() => writes.forEach((write) => journal.apply(write)))).toBe(false);
  journal.keep(writes);
}

const settledSaves = () =>
  told.flatMap((message) => (message.type === 'settled' ? [message.saves.count] : []));

describe('Journal', () => {
  it('tries again after pauses that grow to so many milliseconds', () => {
    fail([setting('a')]);
    const pauses: number[] = [];
    for (let i = 0; i < 9; i++) {
      const [before, start] = [attempts, Date.now()];
      while (attempts === before) jest.advanceTimersToNextTimer();
      pauses.push(Date.now() - start);
    }
    expect(pauses).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
    expect(told).toEqual([{ type: 'failed', reason: 'ENOSPC' }]);
    isFull = false;
    jest.advanceTimersToNextTimer();
    expect(told.at(-1)).toEqual({ type: 'recovered' });
    expect(journal.failure).toBeUndefined();
  });

  it('writes what it has kept in parts of so many', () => {
    fail(Array.from({ length: 2500 }, (_, n) => setting(`n${n}`)));
    isFull = false;
    for (let i = 0; i < 3; i++) jest.advanceTimersToNextTimer();
    expect(settledSaves()).toEqual([1000, 1000, 500]);
    expect(told.at(-1)).toEqual({ type: 'recovered' });
    expect(written).toHaveLength(2500);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('keeps the last state of a thing only', () => {
    fail([setting('a', '1'), setting('b', '1')]);
    journal.keep([setting('a', '2')]);
    expect(settledSaves()).toEqual([1]);
    isFull = false;
    jest.advanceTimersToNextTimer();
    expect(written.sort()).toEqual(['a=2', 'b=1']);
    expect(settledSaves()).toEqual([1, 2]);
  });

  it('tries a last time when it ends, and counts what is left', () => {
    fail([setting('a'), setting('b')]);
    expect(journal.end()).toBe(2);
    isFull = false;
    expect(journal.end()).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });
});
