import { describe, expect, it } from '@jest/globals';
import { HANDSHAKE, play, type ScriptLine } from '../../testing/play-segments.ts';

const data: ScriptLine = { from: 'c', seq: 1, ack: 1, length: 100, window: 502, at: 30 };

describe('measures of a segment', () => {
  it('counts from each SYN, also over the end of the numbers', () => {
    const { observed } = play([
      { from: 'c', say: 'S', seq: 0xffff_fff0 - 1000 },
      { from: 's', say: 'SA', ack: 0xffff_fff1 - 1000 },
      { from: 'c', seq: 0xffff_fff1 - 1000, ack: 1, length: 40 },
      { from: 'c', seq: 25 - 1000, ack: 1, length: 5 },
    ]);
    expect(observed.map(({ seq }) => seq)).toEqual([0, 0, 1, 41]);
    expect(observed.every(({ wireshark }) => wireshark.length === 0)).toBe(true);
  });

  it('leaves the number of a segment without ACK as written', () => {
    const { observed } = play([...HANDSHAKE, { from: 'c', say: 'S', at: 30 }]);
    expect(observed.at(-1)?.ack).toBe(0);
  });

  it('counts from 1 when the SYN was not captured', () => {
    const { observed } = play([data, { from: 's', seq: 1, ack: 101 }]);
    expect(observed).toMatchObject([
      { seq: 1, ack: 1 },
      { seq: 1, ack: 101 },
    ]);
  });

  it('measures the round trip only to the end of a segment', () => {
    const lines = [...HANDSHAKE, data, { ...data, seq: 101, at: 32 }];
    const exact = play([...lines, { from: 's', seq: 1, ack: 201, at: 40 }]);
    const inside = play([...lines, { from: 's', seq: 1, ack: 150, at: 40 }]);
    expect(exact.observed.at(-1)?.roundTrip).toBe(8e6);
    expect(inside.observed.at(-1)?.roundTrip).toBe(-1);
  });

  it('measures the first round trip from the SYN to the first acknowledgement', () => {
    expect(play(HANDSHAKE).conversation.initialRoundTrip).toBe(20e6);
    expect(play([data]).conversation.initialRoundTrip).toBe(-1);
    const atOnce = HANDSHAKE.map((line) => ({ ...line, at: 0 }));
    expect(play([...atOnce, data]).conversation.initialRoundTrip).toBe(30e6);
  });

  it('counts bytes in flight until they are acknowledged, and not after a gap', () => {
    const { observed } = play([
      ...HANDSHAKE,
      data,
      { ...data, seq: 101, at: 31 },
      { from: 's', seq: 1, ack: 101, at: 32 },
      { ...data, seq: 201, at: 33 },
      { ...data, seq: 500, at: 34 },
    ]);
    expect(observed.slice(3).map(({ bytesInFlight }) => bytesInFlight)).toEqual([
      100, 200, -1, 200, -1,
    ]);
  });

  it('leaves out of the bytes in flight what was acknowledged selectively', () => {
    const sack = [1, 1, 5, 10, 0, 0, 4, 176, 0, 0, 5, 20]; // 1200 to 1300
    const { observed } = play([
      ...HANDSHAKE,
      data,
      { ...data, seq: 101, length: 300, at: 31 },
      { from: 's', seq: 1, ack: 1, options: sack, at: 32 },
      { ...data, seq: 401, at: 33 },
    ]);
    expect(observed.at(-1)?.bytesInFlight).toBe(400);
  });

  it.each([
    ['both scales', [3, 3, 7, 0], [3, 3, 2, 0], 502 * 128],
    ['no scale in the SYN-ACK', [3, 3, 7, 0], [], 502],
    ['no scale in the SYN', [], [3, 3, 7, 0], 502],
  ])('scales the window by %s', (_, client, server, window) => {
    const { observed } = play([
      { from: 'c', say: 'S', options: client, window: 1000 },
      { from: 's', say: 'SA', ack: 1, options: server },
      { from: 'c', seq: 1, ack: 1, window: 502 },
      { from: 's', seq: 1, ack: 1, window: 502 },
    ]);
    const serverWindow = window === 502 ? 502 : 502 * 4;
    expect(observed.map((segment) => segment.window)).toEqual([1000, 64_240, window, serverWindow]);
  });

  it('counts the segments of connections beyond the limit, and goes on with the known ones', () => {
    const { tracker, observed } = play([...HANDSHAKE, { ...data, destinationPort: 99 }, data], {
      maxConversations: 1,
    });
    expect(tracker.notFollowed).toBe(1);
    expect(observed).toHaveLength(4);
  });
});
