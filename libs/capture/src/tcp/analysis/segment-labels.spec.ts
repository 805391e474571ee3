import { describe, expect, it } from '@jest/globals';
import { HANDSHAKE, play, type ScriptLine } from '../../testing/play-segments.ts';

/** What the last line is labelled after a handshake and the lines before it. */
function lastOf(lines: readonly ScriptLine[], start = HANDSHAKE) {
  return play([...start, ...lines]).observed.at(-1)!;
}

const data = (seq: number, length: number, at?: number): ScriptLine => ({
  from: 'c',
  seq,
  ack: 1,
  length,
  window: 502,
  ...(at === undefined ? {} : { at }),
});
const ack = (ack: number, at?: number, window = 509): ScriptLine => ({
  from: 's',
  seq: 1,
  ack,
  window,
  ...(at === undefined ? {} : { at }),
});

describe('labels as Wireshark gives them', () => {
  it.each<[string, string[], ScriptLine[]]>([
    ['an ordinary segment', [], [data(1, 100)]],
    ['a segment beyond the expected number', ['lost_segment'], [data(1, 100), data(201, 100)]],
    [
      'an acknowledgement of bytes not captured',
      ['ack_lost_segment'],
      [data(1, 100), ack(101), ack(501)],
    ],
    [
      'a second acknowledgement of bytes not captured: said once',
      [],
      [data(1, 100), ack(101), ack(501), ack(601)],
    ],
    [
      'an acknowledgement across a gap, and one beyond what was captured behind it',
      ['ack_lost_segment'],
      [data(1, 50), data(101, 50), ack(101), ack(201)],
    ],
    [
      'the next one in order after bytes not captured: still said once',
      [],
      [data(1, 50), ack(101), data(51, 50), ack(201)],
    ],
    [
      'a new gap after bytes not captured',
      ['ack_lost_segment'],
      [data(1, 50), ack(101), data(151, 50), ack(52)],
    ],
    [
      'a new gap, filled before it is acknowledged',
      [],
      [data(1, 50), ack(101), data(101, 50), data(51, 50), ack(201)],
    ],
    [
      'bytes not captured again, after the other side acknowledged something new',
      ['ack_lost_segment'],
      [data(1, 50), { ...ack(101), length: 10 }, { ...data(51, 50), ack: 11 }, ack(201)],
    ],
    ['the same bytes much later', ['retransmission'], [data(1, 100, 30), data(1, 100, 300)]],
    [
      'the same bytes after two duplicate acknowledgements',
      ['retransmission', 'fast_retransmission'],
      [data(1, 100), data(101, 100), ack(101), ack(101), ack(101), data(101, 100)],
    ],
    [
      'the same bytes too late after the duplicates',
      ['retransmission'],
      [data(1, 9, 30), data(10, 9, 31), ack(10, 40), ack(10, 41), ack(10, 42), data(10, 9, 62)],
    ],
    [
      'bytes that were acknowledged',
      ['retransmission', 'spurious_retransmission'],
      [data(1, 100, 30), ack(101, 40), data(1, 100, 300)],
    ],
    [
      'earlier bytes within the round-trip time',
      ['out_of_order'],
      [data(1, 100, 30), data(201, 100, 31), data(101, 50, 32)],
    ],
    [
      'earlier bytes after the round-trip time',
      ['retransmission'],
      [data(1, 100, 30), data(201, 100, 31), data(101, 50, 60)],
    ],
    [
      'earlier bytes of a clock that was set back',
      ['retransmission'],
      [data(1, 100, 30), data(201, 100, 31), data(101, 50, 29)],
    ],
    ['a SYN again', ['retransmission'], [{ from: 'c', say: 'S', at: 900 }]],
    ['one byte back without payload', ['keep_alive'], [data(1, 10), ack(11), data(10, 0)]],
    ['one byte back with one byte', ['keep_alive'], [data(1, 10), ack(11), data(10, 1)]],
    ['the answer to it', ['keep_alive_ack'], [data(1, 10), ack(11), data(10, 0), ack(11)]],
    ['the same acknowledgement', ['duplicate_ack'], [data(1, 10), ack(11), ack(11)]],
    ['another window', ['window_update'], [data(1, 10), ack(11), ack(11, undefined, 900)]],
    ['window 0', ['zero_window'], [data(1, 10), ack(11, undefined, 0)]],
    [
      'one byte into a closed window',
      ['zero_window_probe'],
      [data(1, 10), ack(11, undefined, 0), data(11, 1)],
    ],
    [
      'its refusal',
      ['zero_window', 'zero_window_probe_ack'],
      [data(1, 10), ack(11, undefined, 0), data(11, 1), ack(11, undefined, 0)],
    ],
    [
      'its acceptance, the window still closed',
      ['ack_lost_segment', 'zero_window'],
      [data(1, 10), ack(11, undefined, 0), data(11, 1), ack(12, undefined, 0)],
    ],
    [
      'the segment after an accepted probe',
      ['lost_segment'],
      [data(1, 10), ack(11, undefined, 0), data(11, 1), ack(12), data(12, 9)],
    ],
    [
      'a byte again, with more behind it: perhaps a probe before',
      [],
      [data(1, 10), data(11, 1), data(11, 9)],
    ],
    [
      'the byte of a refused probe, once the window is open',
      [],
      [data(1, 10), ack(11, undefined, 0), data(11, 1), ack(11), data(11, 1)],
    ],
    ['data up to the edge of the window', ['window_full'], [ack(1, undefined, 2), data(1, 256)]],
  ])('%s', (_, labels, lines) => {
    expect(lastOf(lines).wireshark).toEqual(labels);
  });

  it('counts duplicates and names the acknowledgement they repeat', () => {
    const { observed } = play([...HANDSHAKE, data(1, 10), ack(11), ack(11), ack(11)]);
    expect(observed.map(({ duplicateAck }) => duplicateAck)).toEqual([0, 0, 0, 0, 0, 1, 2]);
  });

  it('does not take a full window for known when a SYN is missing', () => {
    expect(lastOf([ack(1, undefined, 2), data(1, 2)], []).wireshark).toEqual([]);
  });

  it('begins another stream when the ports are used again', () => {
    const { observed } = play([...HANDSHAKE, { from: 'c', say: 'S', seq: 77_000, at: 50 }]);
    expect(observed.at(-1)).toMatchObject({ stream: 1, seq: 0, wireshark: ['reused_ports'] });
  });

  it('starts counting anew with a SYN-ACK of another number, in the same stream', () => {
    const { observed } = play([
      HANDSHAKE[0]!,
      { from: 's', say: 'RA', seq: -5000, ack: 0, at: 5 },
      HANDSHAKE[1]!,
    ]);
    expect(observed.at(-1)).toMatchObject({ stream: 0, seq: 0, wireshark: ['reused_ports'] });
  });

  it.each([
    ['tfo_ack', 11],
    ['tfo_ignored', 1],
  ])('says %s of a SYN-ACK of %i', (label, acknowledged) => {
    const lines: ScriptLine[] = [
      { from: 'c', say: 'S', length: 10, options: [34, 6, 1, 2, 3, 4, 1, 1] },
      { from: 's', say: 'SA', ack: acknowledged },
    ];
    const { observed } = play(lines);
    expect(observed.map(({ wireshark }) => wireshark)).toEqual([['tfo_syn'], [label]]);
  });

  it('asks no cookie of a SYN whose payload was acknowledged', () => {
    const syn: ScriptLine = { from: 'c', say: 'S', length: 10 };
    const answers = [1, 11].map((ack) => play([syn, { from: 's', say: 'SA', ack }]).observed[1]);
    expect(answers.map((answer) => answer?.wireshark)).toEqual([[], ['tfo_ack']]);
  });
});

describe('labels where Wireshark misleads', () => {
  it('calls a packet captured twice a copy', () => {
    const once = { ...data(1, 100, 30), ipId: 7 };
    const { observed, conversation } = play([...HANDSHAKE, once, { ...once, at: 30.02 }]);
    expect(observed.at(-1)).toMatchObject({
      wireshark: ['retransmission'],
      labels: ['capture_duplicate'],
      originalFrame: 4,
    });
    expect(conversation.flows[0]).toMatchObject({ retransmissions: 0, capturedTwice: 1 });
  });

  it.each<[string, string[], number, Partial<ScriptLine>, Partial<ScriptLine>]>([
    ['of a sender whose packets have no identification', ['retransmission'], 1, { ipId: 0 }, {}],
    ['seen with another TTL', ['capture_duplicate'], 1, { ipId: 0 }, { ttl: 63 }],
    ['of a connection captured twice from its SYN on', ['capture_duplicate'], 2, { ipId: 0 }, {}],
    ['of a sender with one identification for all', ['retransmission'], 1, { ipId: 9 }, {}],
  ])('judges the same bytes at once %s', (_, labels, times, facts, again) => {
    const lines = [...HANDSHAKE, data(1, 100, 30), data(101, 100, 31)].flatMap((line, index) =>
      Array.from({ length: index === 4 ? 2 : times }, (_, copy) => ({
        ...line,
        ...facts,
        ...(copy === 1 ? again : {}),
        at: (line.at ?? 0) + copy * 0.02,
      })),
    );
    expect(play(lines).observed.at(-1)?.labels).toEqual(labels);
  });

  it('takes no duplicate ACK for a copy, however close it follows', () => {
    const acks = [40, 40.01, 40.02, 40.03].map((at) => ({ ...ack(101, at), ipId: 0 }));
    const lines = [data(1, 100, 30), data(101, 100, 31), ...acks, data(101, 100, 40.1)];
    const { observed } = play([...HANDSHAKE, ...lines]);
    expect(observed.slice(-4)).toMatchObject([
      { labels: ['duplicate_ack'], sentBeyond: true, answeredFrame: 0 },
      { labels: ['duplicate_ack'], duplicateAck: 2 },
      { labels: ['duplicate_ack'], duplicateAck: 3 },
      { labels: ['retransmission', 'fast_retransmission'] },
    ]);
  });

  it('names the frame that a duplicate ACK answers, where one brought nothing new', () => {
    const synAck = { ...HANDSHAKE[1]!, at: 30, options: [2, 4, 5, 180] };
    const answer: ScriptLine = { from: 'c', seq: 1, ack: 1, window: 502, at: 30.01 };
    expect(lastOf([synAck, answer])).toMatchObject({
      labels: ['duplicate_ack'],
      answeredFrame: 4,
    });
    const nothing = lastOf([ack(1, 30), ack(1, 31)]);
    expect(nothing).toMatchObject({
      ...{ labels: ['duplicate_ack'], answeredFrame: 0, sentBeyond: false },
    });
  });

  it('sees that a capture did not keep the order, where data stand behind their ACK', () => {
    const { observed } = play([
      ...HANDSHAKE,
      ack(6, 30),
      data(1, 5, 30.1),
      ack(12, 31),
      { ...data(6, 5, 31.1), say: 'FA' },
    ]);
    expect(observed.slice(3)).toMatchObject([
      { labels: ['ack_lost_segment'] },
      {
        wireshark: ['retransmission', 'spurious_retransmission'],
        ...{ labels: ['capture_reordered'], acknowledgedBy: 4 },
      },
      { labels: [] },
      { labels: ['capture_reordered'], acknowledgedBy: 6 },
    ]);
    const late = lastOf([ack(6, 30), data(1, 5, 300)]);
    expect(late.labels).toEqual(['retransmission', 'spurious_retransmission']);
  });

  it('lets a reset that is ignored move nothing', () => {
    const { observed, conversation } = play([
      ...HANDSHAKE,
      { from: 's', say: 'R', seq: 900_000_000 },
      { from: 's', seq: 1, ack: 1, length: 3 },
    ]);
    expect(observed.slice(-2).map(({ labels }) => labels)).toEqual([['ignored'], []]);
    expect(conversation.lifecycle.ignoredResets).toBe(1);
  });

  it('lets a SYN-ACK with another number move nothing once the first one was acknowledged', () => {
    const { observed } = play([
      ...HANDSHAKE,
      { from: 's', say: 'SA', seq: 99_000_000, ack: 1 },
      { from: 'c', seq: 1, ack: 1, window: 502 },
      { from: 's', seq: 1, ack: 1, length: 1280 },
    ]);
    expect(observed.slice(-3)).toMatchObject([
      { seq: 0, wireshark: ['reused_ports', 'lost_segment'], labels: ['ignored'] },
      { ack: 1, labels: ['duplicate_ack'], answeredFrame: 4 },
      { seq: 1, labels: [], bytesInFlight: 1280 },
    ]);
  });

  it('tells a SYN after a refusal from one that nobody answered', () => {
    const refused: ScriptLine[] = [HANDSHAKE[0]!, { from: 's', say: 'RA', ack: 1 }];
    const again = refused.map((line, index) => ({ ...line, at: 500 + index }));
    const { observed, conversation } = play([...refused, ...again]);
    expect(observed[2]).toMatchObject({
      wireshark: ['retransmission'],
      labels: ['connect_retry'],
      states: ['SYN-SENT', 'CLOSED'],
    });
    expect(conversation.lifecycle).toMatchObject({
      refusals: 2,
      reset: { frame: 4, cause: 'refused' },
    });
    const accepted = play([...refused, ...HANDSHAKE]).conversation.lifecycle;
    expect(accepted).toMatchObject({ reset: undefined, states: ['ESTABLISHED', 'ESTABLISHED'] });
  });

  it('marks urgent data', () => {
    expect(lastOf([{ ...data(1, 4), say: 'UA', urgentPointer: 4 }]).labels).toEqual(['urgent']);
    expect(lastOf([{ ...data(1, 4), say: 'UA' }]).labels).toEqual([]);
  });

  it('calls the same bytes in another packet a retransmission', () => {
    const { observed } = play([...HANDSHAKE, data(1, 100, 30), data(1, 100, 30.02)]);
    expect(observed.at(-1)?.labels).toEqual(['retransmission']);
  });

  it('does not call the SYN-ACKs of a simultaneous open retransmissions', () => {
    const { observed, conversation } = play([
      { from: 'c', say: 'S' },
      { from: 's', say: 'S' },
      { from: 'c', say: 'SA', ack: 1 },
      { from: 's', say: 'SA', ack: 1 },
    ]);
    expect(observed.map(({ wireshark }) => wireshark)).toEqual([
      [],
      [],
      ['retransmission'],
      ['retransmission'],
    ]);
    expect(observed.slice(2).map(({ labels }) => labels)).toEqual([
      ['simultaneous_open'],
      ['simultaneous_open'],
    ]);
    expect(conversation.lifecycle.states).toEqual(['ESTABLISHED', 'ESTABLISHED']);
  });

  it('does not call the ACKs that end a simultaneous open window updates', () => {
    const { observed } = play([
      { from: 'c', say: 'S', window: 65_495 },
      { from: 's', say: 'S', window: 65_495 },
      { from: 'c', say: 'SA', ack: 1, window: 65_495 },
      { from: 's', say: 'SA', ack: 1, window: 65_495 },
      { from: 'c', seq: 1, ack: 1, window: 64 },
      { from: 'c', seq: 1, ack: 1, window: 32 },
    ]);
    const [last, update] = observed.slice(4);
    expect(last).toMatchObject({ wireshark: ['window_update'], labels: [] });
    expect(update).toMatchObject({ wireshark: ['window_update'], labels: ['window_update'] });
  });

  it('calls what was captured before a retransmission, however soon it comes', () => {
    const again = lastOf([data(1, 100, 30), data(101, 100, 31), data(1, 100, 32)]);
    expect(again).toMatchObject({
      ...{ wireshark: ['out_of_order'], labels: ['retransmission'] },
      ...{ originalFrame: 4, originalCaptured: true },
    });
    const overtaken = lastOf([data(1, 100, 30), data(201, 100, 31), data(101, 100, 32)]);
    expect(overtaken).toMatchObject({ labels: ['out_of_order'], originalFrame: 0 });
  });

  it('says whether the original of a retransmission was captured', () => {
    const gap = lastOf([data(1, 100, 30), data(201, 100, 31), data(101, 100, 300)]);
    const waiting = lastOf([data(1, 100, 30), data(1, 100, 300)]);
    const acknowledged = lastOf([data(1, 100, 30), ack(101, 31), data(1, 100, 300)]);
    expect([gap, waiting, acknowledged]).toMatchObject([
      { originalFrame: 0, originalCaptured: false },
      { originalFrame: 4, originalCaptured: true },
      { originalFrame: 0, originalCaptured: true },
    ]);
  });

  it('knows a segment that the network card will cut up', () => {
    const longest = lastOf([data(1, 1460)]);
    const longer = lastOf([data(1, 1461)]);
    expect([longest.labels, longer.labels]).toEqual([[], ['offloaded_segment']]);
  });

  it('knows the zero-window probe of Linux, one byte back without payload', () => {
    const last = lastOf([data(1, 10), ack(11, undefined, 0), data(10, 0)]);
    expect(last).toMatchObject({ wireshark: ['keep_alive'], labels: ['zero_window_probe'] });
    const answer = lastOf([data(1, 10), ack(11, undefined, 0), data(10, 0), ack(11, undefined, 0)]);
    expect(answer).toMatchObject({
      wireshark: ['zero_window'],
      labels: ['zero_window', 'zero_window_probe_ack'],
    });
  });

  it('misses nothing where the byte of a probe was taken', () => {
    const closed = [data(1, 10), ack(11, undefined, 0), data(11, 1)];
    const { observed } = play([
      ...HANDSHAKE,
      ...closed,
      ack(12, undefined, 0),
      data(12, 9),
      ack(21),
    ]);
    expect(observed.slice(-3).map(({ wireshark }) => wireshark)).toEqual([
      ['ack_lost_segment', 'zero_window'],
      ['lost_segment'],
      ['ack_lost_segment'],
    ]);
    expect(observed.slice(-3).map(({ labels }) => labels)).toEqual([
      ['zero_window', 'zero_window_probe_ack'],
      [],
      [],
    ]);
  });

  it('sees no fast open in a late SYN-ACK', () => {
    const late = lastOf([data(1, 10), { from: 's', say: 'SA', ack: 11 }]);
    expect(late.wireshark).toContain('tfo_ack');
    expect(late.labels).not.toContain('tfo_ack');
  });
});
