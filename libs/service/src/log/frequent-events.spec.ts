import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { createLogger } from './logger.ts';
import { FrequentEvents, RARE_LINES } from './frequent-events.ts';

const log = createLogger(
  { service: 's', language: 'en', level: 'silent', format: 'json' },
  { write: () => undefined },
);
const told: [event: string, count: number, lastText: string][] = [];
let events: FrequentEvents;

beforeEach(() => {
  jest.useFakeTimers();
  told.length = 0;
  events = new FrequentEvents(({ event, text }, count) => void told.push([event, count, text]));
});
afterEach(() => void jest.useRealTimers());

/** How many of so many lines are written. */
function written(event: string, lines: number): number {
  let count = 0;
  for (let line = 1; line <= lines; line++) {
    count += Number(events.isRare({ event, level: 'warn', text: `${line}`, log }));
  }
  return count;
}

it('writes what is rare, and counts what is frequent', () => {
  expect(written('closed', 5000)).toBe(RARE_LINES);
  expect(written('refused', 3)).toBe(3);
  expect(told).toEqual([]);
  jest.advanceTimersByTime(1000);
  expect(told).toEqual([['closed', 5000 - RARE_LINES, '5000']]);
});

it('tells once a second for as long as it is frequent, and writes again afterwards', () => {
  written('closed', 1000);
  jest.advanceTimersByTime(1000);
  expect(written('closed', 800)).toBe(0);
  jest.advanceTimersByTime(1000);
  expect(written('closed', 7)).toBe(0); // not known to be rare yet
  jest.advanceTimersByTime(1000);
  expect(written('closed', 7)).toBe(7);
  jest.advanceTimersByTime(60_000);
  expect(told.map(([, count]) => count)).toEqual([1000 - RARE_LINES, 800, 7]);
});

it('takes what comes often, and never much in a second, for rare', () => {
  for (let second = 0; second < 10; second++) {
    expect(written('received', RARE_LINES)).toBe(RARE_LINES);
    jest.advanceTimersByTime(1000);
  }
  expect(told).toEqual([]);
});
