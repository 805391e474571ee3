import { beforeEach, describe, expect, it } from '@jest/globals';
import { exampleMessage } from './fixtures/example-message.ts';
import { memoryDatabase } from './fixtures/memory-database.ts';
import type { HistoryPoint, HistoryQuery } from './history-query.ts';
import { History } from './history.ts';

/** The time of each message: 3, 4 and 5 came in the same millisecond. */
const TIMES = [10, 20, 30, 30, 30, 40, 50];

const at = (time: number): HistoryPoint => ({ time });
const of = (n: number): HistoryPoint => ({ msgid: `m${n}` });

let history: History;
beforeEach(() => {
  history = new History(memoryDatabase());
  TIMES.forEach((time, index) => {
    const n = index + 1;
    history.record(exampleMessage(n, { time, command: n % 2 ? 'PRIVMSG' : 'TAGMSG' }));
    history.record(exampleMessage(n + 100, { time, conversation: '#lain' }));
  });
});

function numbers(query: HistoryQuery): number[] {
  return history.page('#kelas', query).map(({ msgid }) => Number(msgid.slice(1)));
}

const PAGES: [string, HistoryQuery, number[]][] = [
  ['latest', { kind: 'latest', limit: 3 }, [5, 6, 7]],
  ['latest, more than there are', { kind: 'latest', limit: 99 }, [1, 2, 3, 4, 5, 6, 7]],
  ['latest, none', { kind: 'latest', limit: 0 }, []],
  ['latest, less than none', { kind: 'latest', limit: -1 }, []],
  ['latest after a message', { kind: 'latest', after: of(4), limit: 9 }, [5, 6, 7]],
  ['latest after a message, limited', { kind: 'latest', after: of(4), limit: 2 }, [6, 7]],
  ['latest after a time', { kind: 'latest', after: at(30), limit: 9 }, [6, 7]],
  ['latest after the last', { kind: 'latest', after: of(7), limit: 9 }, []],
  ['before a message', { kind: 'before', point: of(4), limit: 2 }, [2, 3]],
  ['before a time', { kind: 'before', point: at(30), limit: 9 }, [1, 2]],
  ['before the first', { kind: 'before', point: of(1), limit: 9 }, []],
  ['before a time that no message has', { kind: 'before', point: at(35), limit: 2 }, [4, 5]],
  ['after a message', { kind: 'after', point: of(3), limit: 2 }, [4, 5]],
  ['after a time', { kind: 'after', point: at(30), limit: 1 }, [6]],
  ['after a time that no message has', { kind: 'after', point: at(25), limit: 2 }, [3, 4]],
  ['after the last', { kind: 'after', point: of(7), limit: 9 }, []],
  ['around a message, one', { kind: 'around', point: of(4), limit: 1 }, [4]],
  ['around a message, odd', { kind: 'around', point: of(4), limit: 3 }, [3, 4, 5]],
  ['around a message, even', { kind: 'around', point: of(4), limit: 4 }, [2, 3, 4, 5]],
  ['around the first', { kind: 'around', point: of(1), limit: 5 }, [1, 2, 3]],
  ['around the last', { kind: 'around', point: of(7), limit: 5 }, [5, 6, 7]],
  ['around a time', { kind: 'around', point: at(30), limit: 5 }, [1, 2, 3, 4, 5]],
  ['around a time that no message has', { kind: 'around', point: at(35), limit: 2 }, [5, 6]],
  ['between messages', { kind: 'between', from: of(2), to: of(6), limit: 9 }, [3, 4, 5]],
  ['between, limited', { kind: 'between', from: of(2), to: of(6), limit: 2 }, [3, 4]],
  ['between, back', { kind: 'between', from: of(6), to: of(2), limit: 9 }, [3, 4, 5]],
  ['between, back, limited', { kind: 'between', from: of(6), to: of(2), limit: 2 }, [4, 5]],
  ['between times', { kind: 'between', from: at(10), to: at(40), limit: 9 }, [2, 3, 4, 5]],
  ['between times, back', { kind: 'between', from: at(50), to: at(20), limit: 2 }, [5, 6]],
  ['between equal times', { kind: 'between', from: of(3), to: of(5), limit: 9 }, [4]],
  ['between equal times, back', { kind: 'between', from: of(5), to: of(3), limit: 9 }, [4]],
  ['between a message and its time', { kind: 'between', from: of(4), to: at(30), limit: 9 }, []],
  ['between a time and its message', { kind: 'between', from: at(30), to: of(4), limit: 9 }, []],
  ['between a point and itself', { kind: 'between', from: of(4), to: of(4), limit: 9 }, []],
  ['of one command', { kind: 'latest', commands: ['TAGMSG'], limit: 2 }, [4, 6]],
  ['of no command', { kind: 'latest', commands: [], limit: 2 }, []],
  [
    'of commands, around',
    { kind: 'around', point: of(4), commands: ['PRIVMSG', 'TAGMSG', 'PRIVMSG'], limit: 4 },
    [2, 3, 4, 5],
  ],
  [
    'of one command, around a message of another',
    { kind: 'around', point: of(4), commands: ['PRIVMSG'], limit: 4 },
    [1, 3, 5, 7],
  ],
];

describe('History', () => {
  it.each(PAGES)('gives a page: %s', (_name, query, expected) => {
    expect(numbers(query)).toEqual(expected);
  });

  it.each<HistoryQuery>([
    { kind: 'latest', after: of(99), limit: 1 },
    { kind: 'before', point: of(101), limit: 1 }, // of another conversation
    { kind: 'after', point: of(99), limit: 1 },
    { kind: 'around', point: of(99), limit: 1 },
    { kind: 'between', from: of(1), to: of(99), limit: 1 },
    { kind: 'between', from: of(99), to: at(10), limit: 1 },
  ])('names a message that the conversation does not have: %j', (query) => {
    const unknown = expect.objectContaining({ code: 'ERR_MESSAGE_UNKNOWN' });
    expect(() => history.page('#kelas', query)).toThrow(unknown);
    expect(() => history.page('#kosong', { kind: 'before', point: of(1), limit: 1 })).toThrow(
      unknown,
    );
  });

  it('gives no messages of a conversation that nobody has begun', () => {
    expect(history.page('#kosong', { kind: 'latest', limit: 1 })).toEqual([]);
    expect(history.find('#kosong', 'm1')).toBeUndefined();
    expect(history.redact('#kosong', 'm1')).toBeUndefined();
  });

  it('takes a message once, whatever comes with its id', () => {
    history.record(exampleMessage(1, { time: 60 }));
    expect(numbers({ kind: 'latest', limit: 99 })).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('orders by time what comes with a clock that was set back', () => {
    history.record(exampleMessage(8, { time: 25 }));
    expect(numbers({ kind: 'around', point: of(8), limit: 4 })).toEqual([1, 2, 8, 3]);
  });

  it('redacts in its own conversation only', () => {
    expect(history.redact('#lain', 'm4')).toBeUndefined();
    expect(history.redact('#kelas', 'm4')?.msgid).toBe('m4');
    expect(numbers({ kind: 'around', point: of(3), limit: 4 })).toEqual([1, 2, 3, 5]);
  });

  it('gives no more than so many messages', () => {
    for (let n = 1000; n < 2500; n++) history.record(exampleMessage(n));
    expect(numbers({ kind: 'latest', limit: Infinity })).toHaveLength(1000);
  });

  it('finds the few messages of a command among many at once', () => {
    const database = memoryDatabase();
    history = new History(database);
    database.exec('BEGIN');
    for (let n = 0; n < 50_000; n++) {
      history.record(exampleMessage(n, { command: n % 10_000 ? 'TAGMSG' : 'PRIVMSG' }));
    }
    database.exec('COMMIT');
    const query: HistoryQuery = { kind: 'latest', commands: ['PRIVMSG', 'NOTICE'], limit: 100 };
    const start = performance.now();
    for (let i = 0; i < 100; i++) numbers(query);
    // To look at all 50,000 takes 20 ms and more; by the index it takes some hundredths of one.
    expect((performance.now() - start) / 100).toBeLessThan(5);
    expect(numbers(query)).toEqual([0, 10_000, 20_000, 30_000, 40_000]);
  });
});
