import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { WATCH_TEXTS } from './watch-texts.ts';
import { ScreenView } from './watch-view.ts';

const { columns, rows } = process.stdout;
let screen: string;
beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(process.stdout, { columns: 80, rows: 24 });
});
afterEach(() => {
  jest.useRealTimers();
  Object.assign(process.stdout, { columns, rows });
});

const counts = { accepted: 0, active: 0, queued: 0, refused: 0, restarts: 0, retired: 0 };
const read = () => ({ ...counts, workers: [] });

it('shows the last three lines of the log and no more', () => {
  const view = new ScreenView(WATCH_TEXTS.en, {
    waiting: false,
    write: (drawn) => (screen = drawn),
  });
  view.start('127.0.0.1:12345', read);
  for (let line = 1; line <= 5; line++) {
    view.destination.write(JSON.stringify({ msg: `notice ${line}`, event: 'refused' }));
  }
  jest.advanceTimersByTime(1000);
  expect(screen.match(/notice \d/g)).toEqual(['notice 3', 'notice 4', 'notice 5']);
  view.stop();
});

it('takes a terminal that does not know its size for one of the usual size', () => {
  Object.assign(process.stdout, { columns: 0, rows: 0 });
  const view = new ScreenView(WATCH_TEXTS.en, {
    waiting: false,
    write: (drawn) => (screen = drawn),
  });
  view.start('127.0.0.1:12345', read);
  expect(screen).toContain('127.0.0.1:12345');
  view.stop();
});

it('draws nothing more for a terminal that is stopped', () => {
  let drawn = 0;
  const output = { waiting: false, write: () => void (drawn += 1) };
  const view = new ScreenView(WATCH_TEXTS.en, output);
  view.start('127.0.0.1:12345', read);
  jest.advanceTimersByTime(3000);
  const before = drawn;
  output.waiting = true;
  jest.advanceTimersByTime(60_000);
  expect(drawn).toBe(before);
  view.stop();
});
