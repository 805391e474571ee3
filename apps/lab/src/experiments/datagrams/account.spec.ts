import { describe, expect, it } from '@jest/globals';
import { accountFor, type Fate } from './account.ts';
import type { ClientRun } from './client-run.ts';
import type { DecidedEvent, DeliveredEvent } from './relay-log.ts';

type Event = DecidedEvent | DeliveredEvent;
type Direction = Event['direction'];

/** The client gives up at this time. */
const END = 1000;

const event = (direction: Direction, datagram: number, at: number) => ({
  ...{ at, direction, client: 1, number: datagram, datagram },
});

function decided(
  direction: Direction,
  datagram: number,
  fate: Partial<DecidedEvent> = {},
): DecidedEvent {
  const usual = { lost: false, duplicated: false, heldBack: false, overflow: false };
  const common = { event: 'decided', ...event(direction, datagram, 10) } as const;
  return { ...common, bytes: 9, delayMs: 0, ...usual, ...fate };
}

function delivered(direction: Direction, datagram: number, at = 20): DeliveredEvent {
  return { event: 'delivered', ...event(direction, datagram, at) };
}

const there = [decided('to-server', 1), delivered('to-server', 1)];
const back = decided('to-client', 1);
const LOST = { lost: true };

/** A run of one datagram that was answered so often. */
function runOf(replies: number): ClientRun {
  const answered = replies > 0 ? 1 : 0;
  const none = { duplicates: Math.max(0, replies - 1), reordered: 0, foreign: 0 };
  return {
    ...{ startedAt: 0, endedAt: END, settings: { timeoutMs: 500 } },
    summary: { sent: 1, answered, unanswered: 1 - answered, ...none },
    datagrams: [{ number: 1, replies: Array(replies).fill({}) }],
  };
}

const CASES: readonly [name: string, replies: number, events: Event[], fate: Fate][] = [
  [
    'one that was handed there and back',
    1,
    [...there, back, delivered('to-client', 1)],
    'answered',
  ],
  ['one lost on its way there', 0, [decided('to-server', 1, LOST)], 'lost-there'],
  [
    'one that was too much for the relay',
    0,
    [decided('to-server', 1, { overflow: true })],
    'lost-there',
  ],
  ['one whose reply was lost', 0, [...there, decided('to-client', 1, LOST)], 'lost-back'],
  [
    'one whose replies were both lost',
    0,
    [...there, decided('to-client', 1, LOST), decided('to-client', 1, LOST)],
    'lost-back',
  ],
  ['one whose reply came too late', 0, [...there, back, delivered('to-client', 1, END)], 'late'],
  ['one whose reply was still on its way', 0, [...there, back], 'late'],
  [
    'one of whose replies the second was late',
    0,
    [...there, back, decided('to-client', 1, LOST)],
    'late',
  ],
  ['one that was still on its way there', 0, [decided('to-server', 1)], 'late'],
  ['one that never came to the relay', 0, [], 'unexplained'],
  ['one that the server did not answer', 0, there, 'unanswered'],
  [
    'one whose reply was handed on in time',
    0,
    [...there, back, delivered('to-client', 1, END - 1)],
    'unexplained',
  ],
  [
    'one that was answered against the log',
    1,
    [...there, decided('to-client', 1, LOST)],
    'unexplained',
  ],
  [
    'one that was answered more often than the log says',
    2,
    [...there, back, delivered('to-client', 1)],
    'unexplained',
  ],
];

describe('accountFor', () => {
  it.each(CASES)('knows %s', (_, replies, events, fate) => {
    const { fates, explained } = accountFor(runOf(replies), events);
    expect(fates[fate]).toEqual([1]);
    expect(Object.values(fates).flat()).toEqual([1]);
    expect(explained).toBe(!['unexplained', 'unanswered'].includes(fate));
  });

  it('counts what the relay did in each direction', () => {
    const events = [
      decided('to-server', 1, { duplicated: true, heldBack: true }),
      delivered('to-server', 1),
      delivered('to-server', 1),
      decided('to-client', 1, LOST),
      decided('to-client', 1),
      delivered('to-client', 1),
    ];
    expect(accountFor(runOf(1), events).directions).toEqual({
      'to-server': { taken: 1, lost: 0, duplicated: 1, heldBack: 1, delivered: 2 },
      'to-client': { taken: 2, lost: 1, duplicated: 0, heldBack: 0, delivered: 1 },
    });
  });

  it('explains no run whose counts do not add up', () => {
    const run = runOf(1);
    const wrong = { ...run, summary: { ...run.summary, answered: 0 } };
    const events = [...there, back, delivered('to-client', 1)];
    expect(accountFor(wrong, events).explained).toBe(false);
  });
});
