import { describe, expect, it } from '@jest/globals';
import { wiresharkCompleteness } from '../conversation/completeness.ts';
import { HANDSHAKE, play, type ScriptLine } from '../../testing/play-segments.ts';

function statesOf(lines: readonly ScriptLine[]): string[] {
  return play(lines).observed.map(({ states }) => states.join(' '));
}

const fin = (from: 'c' | 's', seq: number, ack: number): ScriptLine => ({
  from,
  say: 'FA',
  seq,
  ack,
});
const ack = (from: 'c' | 's', seq: number, ack: number): ScriptLine => ({ from, seq, ack });

describe('Lifecycle', () => {
  it('follows a connection closed with four segments', () => {
    const lines = [...HANDSHAKE, fin('c', 1, 1), ack('s', 1, 2), fin('s', 1, 2), ack('c', 2, 2)];
    expect(statesOf(lines)).toEqual([
      'SYN-SENT LISTEN',
      'ESTABLISHED SYN-RECEIVED',
      'ESTABLISHED ESTABLISHED',
      'FIN-WAIT-1 CLOSE-WAIT',
      'FIN-WAIT-2 CLOSE-WAIT',
      'TIME-WAIT LAST-ACK',
      'TIME-WAIT CLOSED',
    ]);
    expect(play(lines).conversation.lifecycle).toMatchObject({
      closedFirst: 0,
      closeSegments: 4,
      halfClosed: false,
      midstream: false,
    });
  });

  it('follows a connection the server closes, with three segments', () => {
    const lines = [...HANDSHAKE, fin('s', 1, 1), fin('c', 1, 2), ack('s', 2, 2)];
    expect(statesOf(lines).slice(3)).toEqual([
      'CLOSE-WAIT FIN-WAIT-1',
      'LAST-ACK TIME-WAIT',
      'CLOSED TIME-WAIT',
    ]);
    expect(play(lines).conversation.lifecycle).toMatchObject({ closedFirst: 1, closeSegments: 3 });
  });

  it('counts four segments when the second FIN comes after the acknowledgement of the first', () => {
    const segments = (lines: readonly ScriptLine[]) =>
      play([...HANDSHAKE, ...lines]).conversation.lifecycle.closeSegments;
    expect(segments([fin('c', 1, 1)])).toBeUndefined();
    expect(segments([fin('c', 1, 1), ack('s', 1, 2), fin('s', 1, 2)])).toBe(4);
    expect(segments([fin('c', 1, 1), fin('s', 1, 2), fin('s', 1, 2)])).toBe(3);
  });

  it('follows FINs that cross', () => {
    const lines = [...HANDSHAKE, fin('c', 1, 1), fin('s', 1, 1), ack('c', 2, 2), ack('s', 2, 2)];
    expect(statesOf(lines).slice(3)).toEqual([
      'FIN-WAIT-1 CLOSE-WAIT',
      'CLOSING CLOSING',
      'CLOSING TIME-WAIT',
      'TIME-WAIT TIME-WAIT',
    ]);
    expect(play(lines).conversation.lifecycle.simultaneousClose).toBe(true);
  });

  it('names the frames that acknowledge the FINs', () => {
    const frames = (lines: readonly ScriptLine[]) =>
      play([...HANDSHAKE, ...lines]).conversation.flows.map(({ finAckFrame }) => finAckFrame);
    const close = [fin('c', 1, 1), ack('s', 1, 2), fin('s', 1, 2), ack('c', 2, 2)];
    expect(frames(close)).toEqual([5, 7]);
    expect(frames([fin('c', 1, 1), fin('s', 1, 2)])).toEqual([5, 0]);
  });

  it('follows SYNs that cross (RFC 9293, figure 8)', () => {
    const lines: ScriptLine[] = [
      { from: 'c', say: 'S' },
      { from: 's', say: 'S' },
      { from: 's', say: 'SA', ack: 1 },
      { from: 'c', say: 'SA', ack: 1 },
    ];
    expect(statesOf(lines)).toEqual([
      'SYN-SENT LISTEN',
      'SYN-RECEIVED SYN-SENT',
      'ESTABLISHED SYN-RECEIVED',
      'ESTABLISHED ESTABLISHED',
    ]);
  });

  it('sees a half-close only when the other side answers after the FIN', () => {
    const late: ScriptLine = { from: 's', seq: 1, ack: 2, length: 10 };
    const crossing: ScriptLine = { from: 's', seq: 1, ack: 1, length: 10 };
    const halfClosed = (line: ScriptLine) =>
      play([...HANDSHAKE, fin('c', 1, 1), line]).conversation.lifecycle.halfClosed;
    expect(halfClosed(late)).toBe(true);
    expect(halfClosed(crossing)).toBe(false);
  });

  it('is not confused by SYNs that come again', () => {
    const again = [HANDSHAKE[0]!, { ...HANDSHAKE[1]!, at: 40 }];
    expect(
      statesOf([...HANDSHAKE, ...again.map((line) => ({ ...line, at: 30 }))]).slice(3),
    ).toEqual(['ESTABLISHED ESTABLISHED', 'ESTABLISHED ESTABLISHED']);
    const closed = statesOf([...HANDSHAKE, fin('c', 1, 1), { ...HANDSHAKE[1]!, at: 40 }]);
    expect(closed.at(-1)).toBe('FIN-WAIT-1 CLOSE-WAIT');
  });

  it('knows no state of an end whose segments were not captured', () => {
    const client: ScriptLine[] = [HANDSHAKE[0]!, ack('c', 1, 1), ack('c', 1, 6), fin('c', 1, 6)];
    expect(statesOf(client)).toEqual([
      'SYN-SENT LISTEN',
      'ESTABLISHED UNKNOWN',
      'ESTABLISHED UNKNOWN',
      'UNKNOWN UNKNOWN',
    ]);
    const server = [HANDSHAKE[1]!, { ...ack('s', 1, 6), length: 5 }, fin('s', 6, 7)];
    expect(statesOf(server)).toEqual([
      'ESTABLISHED SYN-RECEIVED',
      'UNKNOWN ESTABLISHED',
      'UNKNOWN UNKNOWN',
    ]);
    for (const lines of [client, server]) {
      const { lifecycle, heardAlone } = play(lines).conversation;
      expect(lifecycle).toMatchObject({ closedFirst: undefined, closeUnclear: true });
      expect(heardAlone).toBe(lines === client ? 0 : 1);
    }
    const { lastStates, heardAlone } = play([HANDSHAKE[0]!]).conversation;
    expect({ lastStates, heardAlone }).toEqual({
      lastStates: ['SYN-SENT', 'UNKNOWN'],
      heardAlone: undefined,
    });
  });

  it('guesses no state of an end that is never heard, not even in the middle', () => {
    expect(play([ack('c', 1, 1)]).conversation.lastStates).toEqual(['ESTABLISHED', 'UNKNOWN']);
    const both = play([ack('c', 1, 1), ack('s', 1, 1)]).conversation.lastStates;
    expect(both).toEqual(['ESTABLISHED', 'ESTABLISHED']);
  });

  it('goes on with an end whose SYN-ACK alone was not captured', () => {
    const lines = [HANDSHAKE[0]!, ack('c', 1, 1), { ...ack('s', 1, 1), length: 3 }];
    expect(statesOf(lines).at(-1)).toBe('ESTABLISHED ESTABLISHED');
  });

  it('names nobody as the first to close where the other FIN may be missing', () => {
    const missed = play([...HANDSHAKE, fin('s', 1, 2), ack('c', 2, 2)]).conversation.lifecycle;
    expect(missed).toMatchObject({ closedFirst: undefined, closeUnclear: true });
    const later = [fin('s', 1, 1), ack('c', 1, 2), fin('c', 1, 2), ack('s', 2, 2)];
    const { lifecycle } = play(later).conversation;
    expect(lifecycle).toMatchObject({ closedFirst: 1, closeUnclear: false, closeSegments: 4 });
    expect(lifecycle.states).toEqual(['CLOSED', 'TIME-WAIT']);
  });

  it('says that a capture began in the middle', () => {
    const { lifecycle } = play([ack('c', 1, 1)]).conversation;
    expect(lifecycle).toMatchObject({ midstream: true, states: ['ESTABLISHED', 'ESTABLISHED'] });
  });

  it.each<[string, boolean, ScriptLine[]]>([
    ['refused', true, [HANDSHAKE[0]!, { from: 's', say: 'RA', seq: 0, ack: 1 }]],
    ['half-open', true, [ack('c', 1, 1), { from: 's', say: 'R', seq: 1 }]],
    ['aborted', false, [ack('c', 1, 1), { from: 's', say: 'RA', seq: 1, ack: 1 }]],
    ['aborted', false, [ack('s', 1, 1), ack('c', 1, 1), { from: 's', say: 'RA', seq: 1, ack: 1 }]],
    ['half-open', true, [HANDSHAKE[0]!, ack('s', 1, 9), { from: 'c', say: 'R', seq: 9 }]],
    ['aborted', true, [HANDSHAKE[0]!, { from: 'c', say: 'R', seq: 1 }]],
    [
      'aborted',
      true,
      [
        ...HANDSHAKE,
        { from: 'c', seq: 1, ack: 1, length: 5 },
        { from: 'c', say: 'RA', seq: 6, ack: 1 },
      ],
    ],
    [
      'aborted',
      false,
      [
        ...HANDSHAKE,
        { from: 's', seq: 1, ack: 1, length: 5 },
        { from: 'c', seq: 1, ack: 6, length: 5 },
        { from: 'c', say: 'RA', seq: 6, ack: 6 },
      ],
    ],
    [
      'half-open',
      false,
      [
        ...HANDSHAKE,
        { from: 's', seq: 1, ack: 1, length: 5 },
        { from: 'c', seq: 1, ack: 6, length: 5 },
        { from: 's', say: 'R', seq: 6 },
      ],
    ],
    [
      'unread-data',
      false,
      [
        ...HANDSHAKE,
        { from: 'c', seq: 1, ack: 1, length: 5 },
        { from: 's', say: 'RA', seq: 1, ack: 6 },
      ],
    ],
    [
      'unread-data',
      true,
      [
        ...HANDSHAKE,
        fin('s', 1, 1),
        { from: 'c', seq: 1, ack: 2, length: 5 },
        { from: 's', say: 'R', seq: 2 },
      ],
    ],
  ])('judges a reset as %s, certain: %s', (cause, certain, lines) => {
    const { lifecycle } = play(lines).conversation;
    expect(lifecycle.reset).toMatchObject({ cause, certain, frame: lines.length });
    expect(lifecycle.states).toEqual(['CLOSED', 'CLOSED']);
  });

  it.each<[string, ScriptLine[]]>([
    ['does not acknowledge the SYN', [HANDSHAKE[0]!, { from: 's', say: 'RA', ack: 0 }]],
    ['acknowledges nothing in answer to a SYN', [HANDSHAKE[0]!, { from: 's', say: 'R' }]],
    ['lies before the window', [...HANDSHAKE, { from: 's', say: 'R', seq: 0 }]],
    ['lies behind the window', [...HANDSHAKE, { from: 's', say: 'R', seq: 70_000 }]],
  ])('ignores a reset that %s', (_, lines) => {
    const { lifecycle } = play(lines).conversation;
    expect(lifecycle).toMatchObject({ reset: undefined, ignoredResets: 1, closedFirst: undefined });
  });

  it('takes back a reset in the window that its receiver did not believe', () => {
    const { observed, conversation } = play([
      ...HANDSHAKE,
      { from: 's', say: 'R', seq: 500 },
      { from: 'c', seq: 1, ack: 1, window: 502 },
      { from: 's', seq: 1, ack: 1, length: 3 },
      ack('c', 1, 4),
    ]);
    expect(observed.at(-2)?.labels).toEqual([]);
    expect(observed[3]?.states).toEqual(['CLOSED', 'CLOSED']);
    expect(conversation.lifecycle).toMatchObject({
      reset: undefined,
      ignoredResets: 1,
      closedFirst: undefined,
      states: ['ESTABLISHED', 'ESTABLISHED'],
    });
  });

  it.each<[number, ScriptLine[]]>([
    [1, [HANDSHAKE[0]!]],
    [7, [...HANDSHAKE]],
    [31, [...HANDSHAKE, { from: 'c', seq: 1, ack: 1, length: 5 }, fin('c', 6, 1)]],
    [37, [HANDSHAKE[0]!, { from: 's', say: 'RA', ack: 1 }]],
    [0, [{ from: 'c', seq: 1, ack: 1, length: 5 }]],
    [12, [{ from: 'c', seq: 1, ack: 1, length: 5 }, ack('s', 1, 6)]],
  ])('counts completeness %i', (completeness, lines) => {
    expect(wiresharkCompleteness(play(lines).conversation)).toBe(completeness);
  });

  it('takes the sender of a SYN for the client; without one, the end with the larger port', () => {
    const clientOf = (lines: ScriptLine[]) => {
      const { conversation } = play(lines);
      return conversation.endpoint(conversation.client).port;
    };
    expect(clientOf([HANDSHAKE[0]!])).toBe(40_000);
    expect(clientOf([HANDSHAKE[1]!])).toBe(40_000);
    expect(clientOf([ack('s', 1, 1)])).toBe(40_000);
  });
});
