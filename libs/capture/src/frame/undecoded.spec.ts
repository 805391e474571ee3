import { describe, expect, it } from '@jest/globals';
import { ethernetBytes, ipv4Bytes, packetOf } from '../testing/build-frame.ts';
import { FrameDecoder } from './frame-decoder.ts';
import { undecoded } from './undecoded.ts';

describe('undecoded', () => {
  it.each<[string, number, readonly number[]]>([
    ['link type 10 FDDI is not decoded', 10, [1, 2, 3]],
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
