import { describe, expect, it } from '@jest/globals';
import { FrameDecoder } from '../frame/frame-decoder.ts';
import { ipv4Bytes, packetOf, tcpBytes } from '../testing/build-frame.ts';

const zeros = (count: number) => new Array<number>(count).fill(0);
const LLC = [0xaa, 0xaa, 3, 0, 0, 0, 8, 0];
const packet = [...LLC, ...ipv4Bytes({}, tcpBytes({ payload: [1, 2, 3] }))];
const FRAME_CHECK = [9, 9, 9, 9];

/** A data frame: its two control bytes, then the rest of the header. */
function data(control: number, flags: number, rest = zeros(22), body = packet): number[] {
  return [control, flags, ...rest, ...body, ...FRAME_CHECK];
}

const radiotap = (fields: readonly number[], present: readonly number[]) => [
  ...[0, 0, 4 + 4 + fields.length, 0],
  ...[...present, ...fields],
];

function decode(bytes: readonly number[], linkType: number) {
  return new FrameDecoder().decode(packetOf(bytes, { linkType }));
}

describe('IEEE 802.11', () => {
  it.each<[string, number, number[]]>([
    ['a data frame', 105, data(0x08, 0x01)],
    ['one with quality of service', 105, data(0x88, 0x02, zeros(24))],
    ['one between access points', 105, data(0x08, 0x03, zeros(28))],
    ['one with an HT control field', 105, data(0x88, 0x81, zeros(28))],
    ['one behind radiotap', 127, [...radiotap([], [0, 0, 0, 0]), ...data(0x08, 0x01)]],
    [
      'one behind radiotap, its header filled up to four bytes',
      127,
      [
        ...radiotap([...zeros(8), 0x20], [3, 0, 0, 0]),
        ...data(0x88, 0x01, zeros(24), [0, 0, ...packet]),
      ],
    ],
    ['one behind a Prism header', 119, [0, 0, 0, 0x44, ...zeros(140), ...data(0x08, 0x01)]],
    [
      'one behind an AVS header',
      163,
      [0x80, 0x21, 0x10, 1, 0, 0, 0, 64, ...zeros(56), ...data(0x08, 0x01)],
    ],
  ])('looks into %s', (_, linkType, bytes) => {
    const frame = decode(bytes, linkType);
    expect(frame.fault).toBeUndefined();
    expect(frame).toMatchObject({ transport: 'tcp', payloadLength: 3 });
  });

  it.each<[string, number[]]>([
    ['IEEE 802.11 frame is encrypted', data(0x08, 0x41)],
    ['IEEE 802.11 frame holds several (A-MSDU)', data(0x88, 0x01, [...zeros(22), 0x80, 0])],
    ['IEEE 802.11 fragment', data(0x08, 0x01, [...zeros(20), 0x01, 0])],
  ])('says why it looks no further: %s', (fault, bytes) => {
    expect(decode(bytes, 105)).toMatchObject({ transport: 'none', fault });
  });

  it('finds nothing in a frame without payload', () => {
    expect(decode(data(0x48, 0x01), 105)).toMatchObject({ transport: 'none', fault: undefined });
  });
});
