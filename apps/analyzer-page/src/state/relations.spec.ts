import { describe, expect, it } from '@jest/globals';
import type { ReportSegment } from '@praktikum/capture-report';
import { relationsOf } from './relations.ts';

const [FIN, SYN, ACK] = [0x01, 0x02, 0x10];

/** `>` from the client, `<` from the server; numbers are relative. */
function segment(from: '>' | '<', flags: number, seq: number, ack: number, length = 0, frame = 0) {
  return {
    fromClient: from === '>',
    flags,
    sequence: seq,
    acknowledgement: ack,
    length,
    frame,
    originalFrame: 0,
    said: '',
  } as ReportSegment;
}

const CONVERSATION = [
  segment('>', SYN, 0, 0),
  segment('<', SYN | ACK, 0, 1),
  segment('>', ACK, 1, 1),
  segment('>', ACK, 1, 1, 100),
  segment('>', ACK, 101, 1, 100),
  segment('<', ACK, 1, 201),
  segment('>', FIN | ACK, 201, 1),
  segment('<', ACK, 1, 202),
];

describe('relationsOf', () => {
  it.each([
    ['a SYN by the SYN-ACK', 0, 1],
    ['a SYN-ACK by the ACK', 1, 2],
    ['data by an ACK that covers more', 3, 5],
    ['a FIN', 6, 7],
    ['an ACK by nobody', 2, undefined],
  ])('finds what acknowledges %s', (_, index, expected) => {
    expect(relationsOf(CONVERSATION, index).acknowledgedBy).toBe(expected);
  });

  it.each([
    ['all segments an ACK covers', 5, [3, 4]],
    ['none where it covers nothing new', 3, []],
    ['the FIN', 7, [6]],
  ])('finds %s', (_, index, expected) => {
    expect(relationsOf(CONVERSATION, index).acknowledges).toEqual(expected);
  });

  it('finds its way where sequence numbers wrap', () => {
    const wrapping = [
      segment('>', ACK, 0xffff_fff0, 1, 0x20),
      segment('<', ACK, 1, 0x1_0000_0010 % 0x1_0000_0000),
    ];
    expect(relationsOf(wrapping, 0).acknowledgedBy).toBe(1);
  });

  it('looks back so far for what an ACK covers', () => {
    const data = Array.from({ length: 2_100 }, (_, at) => segment('>', ACK, 1 + at, 1, 1));
    const { acknowledges } = relationsOf([...data, segment('<', ACK, 1, 2_101)], 2_100);
    expect([acknowledges.length, acknowledges[0]]).toEqual([2_000, 100]);
  });

  it('finds the segment that one repeats', () => {
    const again = { ...segment('>', ACK, 1, 1, 100, 9), originalFrame: 4 };
    const list = [segment('>', ACK, 1, 1, 100, 4), again];
    expect(relationsOf(list, 1).repeats).toBe(0);
  });

  it('finds question and answer of datagrams', () => {
    const datagram = (frame: number, acknowledgedFrame = 0) => ({
      ...segment('>', 0, 0, 0, 3, frame),
      ...{ said: 'UDP Len=3', acknowledgedFrame },
    });
    const datagrams = [datagram(5), datagram(6), datagram(7, 5)];
    expect(relationsOf(datagrams, 0)).toMatchObject({ acknowledgedBy: 2, acknowledges: [] });
    expect(relationsOf(datagrams, 1)).toMatchObject({ acknowledgedBy: undefined });
    expect(relationsOf(datagrams, 2)).toMatchObject({ acknowledges: [0] });
  });
});
