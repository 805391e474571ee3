import { describe, expect, it } from '@jest/globals';
import { ethernetBytes, ipv4Bytes, packetOf } from '../testing/build-frame.ts';
import { FrameDecoder } from './frame-decoder.ts';
import { undecoded, unread } from './undecoded.ts';

describe('undecoded', () => {
  it.each<[string, number, readonly number[]]>([
    ['link type 7 ARCNET is not decoded', 7, [1, 2, 3]],
    ['IEEE 802.11 type 0 management is not decoded', 105, [0x80, 0]],
    ['FDDI frame control 0x0041 is not decoded', 10, [0x41, ...new Array<number>(12).fill(0)]],
    ['link type 999 is not decoded', 999, [1, 2, 3]],
    ['ethertype 0x0806 ARP is not decoded', 1, ethernetBytes(0x0806, [0, 1])],
    [
      'IP protocol 89 OSPF is not decoded',
      1,
      ethernetBytes(0x0800, ipv4Bytes({ protocol: 89 }, [1])),
    ],
    ['LLC service 0x0042 spanning tree is not decoded', 1, ethernetBytes(3, [0x42, 0x42, 3])],
  ])('says: %s', (text, linkType, bytes) => {
    expect(undecoded(new FrameDecoder().decode(packetOf(bytes, { linkType })))?.text).toBe(text);
  });

  it('says nothing of a frame that was decoded', () => {
    const bytes = ethernetBytes(0x0800, ipv4Bytes({ protocol: 1 }, [8, 0, 0, 0]));
    expect(undecoded(new FrameDecoder().decode(packetOf(bytes)))).toBeUndefined();
  });
});

describe('unread', () => {
  it.each<[string, number, readonly number[], unknown]>([
    ['a link type', 7, [1, 2, 3], { linkType: '7 ARCNET', fault: undefined }],
    ['a link type without a name', 999, [1], { linkType: '999', fault: undefined }],
    [
      'a damaged header',
      239,
      [0, 0, 0, 8, 0x45, 0, 0, 44],
      { linkType: '239 NFLOG', fault: 'NFLOG attribute of 17664 bytes' },
    ],
    ['another protocol', 1, ethernetBytes(0x0806, [0, 1]), undefined],
    ['an IP header', 1, ethernetBytes(0x0800, ipv4Bytes({ protocol: 6 }, [1])), undefined],
  ])('tells %s', (_, linkType, bytes, expected) => {
    expect(unread(new FrameDecoder().decode(packetOf(bytes, { linkType })))).toEqual(expected);
  });
});
