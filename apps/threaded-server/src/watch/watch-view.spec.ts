import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { ScreenView } from './watch-view.ts';

const { columns, rows } = process.stdout;
let screen: string;
beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(process.stdout, { columns: 80, rows: 24 });
  jest.spyOn(process.stdout, 'write').mockImplementation((drawn) => {
    screen = String(drawn);
    return true;
  });
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  Object.assign(process.stdout, { columns, rows });
});

it('shows the last three lines of the log and no more', () => {
  const view = new ScreenView('en');
  const counts = { accepted: 0, active: 0, queued: 0, refused: 0, restarts: 0, retired: 0 };
  view.start('127.0.0.1:12345', () => ({ ...counts, workers: [] }));
  for (let line = 1; line <= 5; line++) {
    view.destination.write(JSON.stringify({ msg: `notice ${line}`, event: 'refused' }));
  }
  jest.advanceTimersByTime(1000);
  expect(screen.match(/notice \d/g)).toEqual(['notice 3', 'notice 4', 'notice 5']);
  view.stop();
});
