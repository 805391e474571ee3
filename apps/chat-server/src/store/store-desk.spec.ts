import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { exampleMessage } from './fixtures/example-message.ts';
import { memoryDatabase } from './fixtures/memory-database.ts';
import { StoreDesk } from './store-desk.ts';
import type { FromStore } from './thread-messages.ts';

const DAY = 86_400_000;

beforeEach(() => {
  jest.useFakeTimers({ now: 100 * DAY });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('StoreDesk', () => {
  it('deletes what is too old or too much every so many milliseconds', () => {
    const told: FromStore[] = [];
    const database = memoryDatabase();
    const opened = { path: ':memory:', database, close: () => database.close() };
    const retention = { days: 2, messages: 3 };
    const desk = new StoreDesk(opened, retention, (message) => told.push(message));
    const count = () => database.prepare('SELECT count(*) AS count FROM messages').get()?.count;
    jest.advanceTimersToNextTimer();

    for (let n = 0; n < 5; n++) {
      const message = exampleMessage(n, { time: Date.now() + n });
      desk.handle([{ type: 'write', write: { type: 'record', message }, bytes: 1 }]);
    }
    jest.advanceTimersByTime(59_999);
    expect(count()).toBe(5);
    jest.advanceTimersByTime(10);
    expect(count()).toBe(3);
    jest.advanceTimersByTime(2 * DAY);
    expect(count()).toBe(0);

    desk.close();
    expect(jest.getTimerCount()).toBe(0);
    expect(told.at(-1)).toEqual({ type: 'closed' });
  });
});
