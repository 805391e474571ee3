import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressText } from '../network/address.ts';
import { ethernetBytes, ipv4Bytes, packetOf, tcpBytes, u16, u32 } from '../testing/build-frame.ts';
import type { Frame } from './frame.ts';
import { FrameDecoder } from './frame-decoder.ts';

const tcp = tcpBytes({ payload: [1, 2, 3] });
const ipv4 = ipv4Bytes({}, tcp);
const V6_SOURCE = [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
const V6_DESTINATION = [0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2];

function ipv6Bytes(next: number, payload: readonly number[]): number[] {
  return [
    0x60,
    0,
    0,
    0,
    ...u16(payload.length),
    next,
    64,
    ...V6_SOURCE,
    ...V6_DESTINATION,
    ...payload,
  ];
}

function decode(bytes: readonly number[], linkType = 1, originalLength = bytes.length): Frame {
  return new FrameDecoder().decode(packetOf(bytes, { linkType, originalLength }));
}

const u16Little = (value: number) => u16(value).toReversed();
/** Its header and one attribute, a mark of five bytes with its padding. */
const NFLOG_LITTLE = [2, 0, 0, 8, 9, 0, 10, 0, 1, 2, 3, 4, 5, 0, 0, 0];
const NFLOG_BIG = [2, 0, 0, 8, 0, 9, 0, 10, 1, 2, 3, 4, 5, 0, 0, 0];

describe('FrameDecoder', () => {
  it.each<[string, number, readonly number[]]>([
    ['NULL, little-endian', 0, [2, 0, 0, 0, ...ipv4]],
    ['NULL, big-endian', 0, [0, 0, 0, 2, ...ipv4]],
    ['LOOP', 108, [0, 0, 0, 2, ...ipv4]],
    ['NULL with IPv6 of macOS', 0, [30, 0, 0, 0, ...ipv6Bytes(6, tcp)]],
    ['Ethernet', 1, ethernetBytes(0x0800, ipv4)],
    ['PPP with address and control', 9, [0xff, 3, 0, 0x21, ...ipv4]],
    ['PPP, compressed protocol', 9, [0x21, ...ipv4]],
    ['raw 12', 12, ipv4],
    ['raw 14', 14, ipv6Bytes(6, tcp)],
    ['raw 101', 101, ipv4],
    ['Linux cooked', 113, [0, 0, 3, 4, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, ...ipv4]],
    ['FDDI', 10, [0x50, ...new Array(12).fill(0), 0xaa, 0xaa, 3, 0, 0, 0, 8, 0, ...ipv4]],
    ['Cisco HDLC', 104, [0x0f, 0, 8, 0, ...ipv4]],
    ['PPP over HDLC', 50, [0xff, 3, 0, 0x21, ...ipv4]],
    ['Cisco HDLC, called PPP over HDLC', 50, [0x8f, 0, 8, 0, ...ipv4]],
    ['NFLOG, little-endian', 239, [...NFLOG_LITTLE, ...u16Little(4 + ipv4.length), 9, 0, ...ipv4]],
    ['NFLOG, big-endian', 239, [...NFLOG_BIG, ...u16(4 + ipv4.length), 0, 9, ...ipv4]],
    ['PPI', 192, [0, 0, 12, 0, 1, 0, 0, 0, 1, 2, 3, 4, ...ethernetBytes(0x0800, ipv4)]],
    ['IPv4', 228, ipv4],
    ['IPv6', 229, ipv6Bytes(6, tcp)],
    ['Linux cooked 2', 276, [8, 0, 0, 0, 0, 0, 0, 1, 3, 4, 0, 6, ...new Array(8).fill(0), ...ipv4]],
  ])('reads link type %s', (_, linkType, bytes) => {
    const frame = decode(bytes, linkType);
    expect(frame).toMatchObject({ transport: 'tcp', payloadLength: 3, sourcePort: 40_000 });
    expect(frame.fault).toBeUndefined();
  });

  it.each<[string, number, readonly number[]]>([
    ['one VLAN tag', 0x8100, [0, 5, 8, 0, ...ipv4]],
    ['three VLAN tags', 0x88a8, [0, 5, 0x81, 0, 0, 6, 0x91, 0, 0, 7, 8, 0, ...ipv4]],
    ['PPPoE', 0x8864, [0x11, 0, 0, 1, ...u16(ipv4.length + 2), 0, 0x21, ...ipv4]],
    [
      'PPPoE in a VLAN',
      0x8100,
      [0, 9, 0x88, 0x64, 0x11, 0, 0, 1, ...u16(ipv4.length + 2), 0, 0x21, ...ipv4],
    ],
    ['two MPLS labels', 0x8847, [0, 1, 0, 64, 0, 2, 1, 64, ...ipv4]],
    ['MPLS with IPv6', 0x8847, [0, 1, 1, 64, ...ipv6Bytes(6, tcp)]],
    ['LLC and SNAP', 8 + ipv4.length, [0xaa, 0xaa, 3, 0, 0, 0, 8, 0, ...ipv4]],
    ['LLC with IP', 3 + ipv4.length, [6, 6, 3, ...ipv4]],
    ['IP in IP', 0x0800, ipv4Bytes({ protocol: 4 }, ipv4)],
    ['GRE with a key', 0x0800, ipv4Bytes({ protocol: 47 }, [0x20, 0, 8, 0, ...u32(7), ...ipv4])],
    ['IPv4 options', 0x0800, ipv4Bytes({ options: [7, 3, 4, 0] }, tcp)],
    ['padding to 60 bytes', 0x0800, [...ipv4, ...new Array(20).fill(0)]],
    ['total length 0', 0x0800, ipv4Bytes({ totalLength: 0 }, tcp)],
  ])('finds TCP behind %s', (_, type, payload) => {
    expect(decode(ethernetBytes(type, payload))).toMatchObject({
      transport: 'tcp',
      payloadLength: 3,
      destinationPort: 12_345,
    });
  });

  it.each<[string, readonly number[]]>([
    ['hop-by-hop options', [6, 0, 1, 4, 0, 0, 0, 0]],
    ['routing', [6, 0, 0, 0, 0, 0, 0, 0]],
    ['an atomic fragment', [6, 0, 0, 0, 0, 0, 0, 9]],
    ['an authentication header', [6, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2]],
  ])('steps over %s', (name, header) => {
    const next = { 'hop-by-hop options': 0, routing: 43, 'an atomic fragment': 44 }[name] ?? 51;
    const frame = decode(ethernetBytes(0x86dd, ipv6Bytes(next, [...header, ...tcp])));
    expect(frame).toMatchObject({ transport: 'tcp', payloadLength: 3 });
  });

  it('takes the length of a jumbo payload from its option', () => {
    const jumbo = [6, 0, 0xc2, 4, ...u32(8 + tcp.length)];
    const bytes = ipv6Bytes(0, [...jumbo, ...tcp, 9, 9]);
    bytes.splice(4, 2, 0, 0);
    expect(decode(ethernetBytes(0x86dd, bytes))).toMatchObject({ payloadLength: 3 });
  });

  it('counts the payload by the lengths when the capture is cut', () => {
    const bytes = ethernetBytes(0x0800, ipv4Bytes({ totalLength: 20 + 20 + 1000 }, tcp));
    expect(decode(bytes, 1, 14 + 40 + 1000)).toMatchObject({ payloadLength: 1000, tcpWhole: true });
    expect(decode(bytes.slice(0, 50), 1, 1054)).toMatchObject({
      transport: 'tcp',
      tcpWhole: false,
    });
  });

  it.each<[string, readonly number[], number, string, number]>([
    ['a link type', [1, 2, 3], 7, 'link type', 7],
    ['an EtherType', ethernetBytes(0x0806, [0, 1]), 1, 'ethertype', 0x0806],
    [
      'an IP protocol',
      ethernetBytes(0x0800, ipv4Bytes({ protocol: 89 }, [1])),
      1,
      'IP protocol',
      89,
    ],
    ['a PPP protocol', [0xc0, 0x21, 1], 9, 'PPP protocol', 0xc021],
  ])('says which number it does not know: %s', (_, bytes, linkType, space, number) => {
    expect(decode(bytes, linkType)).toMatchObject({ unknownSpace: space, unknownNumber: number });
  });

  it.each<[string, readonly number[], string]>([
    ['Ethernet', [1, 2, 3], 'Ethernet header cut short'],
    ['IPv4', ethernetBytes(0x0800, [0x45, 0]), 'IPv4 header cut short'],
    [
      'an IPv4 header of 8 bytes',
      ethernetBytes(0x0800, [0x42, ...ipv4.slice(1)]),
      'IPv4 header of 8 bytes',
    ],
    ['TCP', ethernetBytes(0x0800, ipv4Bytes({}, [1, 2, 3])), 'TCP header cut short'],
  ])('says which header is damaged: %s', (_, bytes, fault) => {
    expect(decode(bytes)).toMatchObject({ fault, transport: 'none' });
  });

  it('joins fragments in any order, and gives the transport with the last', () => {
    const payload = tcpBytes({ payload: new Array(40).fill(5) });
    const cut = [
      ipv4Bytes({ fragmentField: 0x2000 }, payload.slice(0, 24)),
      ipv4Bytes({ fragmentField: 0x2000 | 3 }, payload.slice(24, 48)),
      ipv4Bytes({ fragmentField: 6 }, payload.slice(48)),
    ].map((part) => packetOf(ethernetBytes(0x0800, part)));
    fc.assert(
      fc.property(fc.shuffledSubarray(cut, { minLength: 3 }), (parts) => {
        const decoder = new FrameDecoder();
        const transports = parts.map((part) => decoder.decode(part).transport);
        expect(transports).toEqual(['none', 'none', 'tcp']);
        expect(decoder.decode(parts[0]!).fragment).toBe(true);
      }),
    );
  });

  it('is not deceived by a fragment that comes twice', () => {
    const decoder = new FrameDecoder();
    const bytes = new Array<number>(24).fill(0);
    const decode = (fragmentField: number, part: readonly number[]) =>
      decoder.decode(packetOf(ethernetBytes(0x0800, ipv4Bytes({ fragmentField }, part))));
    expect(decode(0x2000, bytes).reassembled).toBe(false);
    expect(decode(0x2000, bytes).reassembled).toBe(false);
    expect(decode(6, bytes.slice(0, 8)).reassembled).toBe(false);
    expect(decode(0x2000 | 3, bytes).reassembled).toBe(true);
  });

  it('shows the header of a first fragment that was cut, and nothing of a later one', () => {
    const cut = (fragmentField: number) => {
      const bytes = ethernetBytes(0x0800, ipv4Bytes({ fragmentField, totalLength: 500 }, tcp));
      return decode(bytes, 1, 514);
    };
    expect(cut(0x2000)).toMatchObject({ transport: 'tcp', tcpWhole: false, fragment: true });
    expect(cut(0x2001)).toMatchObject({ transport: 'none', fragment: true });
  });

  it('ends a PPPoE frame at its own length when IP gives none', () => {
    const offloaded = ipv4Bytes({ totalLength: 0 }, tcp);
    const session = [0x11, 0, 0, 1, ...u16(offloaded.length + 2), 0, 0x21, ...offloaded, 9, 9, 9];
    expect(decode(ethernetBytes(0x8864, session))).toMatchObject({ payloadLength: 3 });
  });

  it('forgets the oldest datagram when too many wait', () => {
    const decoder = new FrameDecoder({ maxFragmentedDatagrams: 1 });
    const part = (ipId: number, fragmentField: number) =>
      decoder.decode(
        packetOf(
          ethernetBytes(
            0x0800,
            ipv4Bytes({ ipId, fragmentField, protocol: 17 }, [0, 1, 0, 2, 0, 16, 0, 0]),
          ),
        ),
      ).transport;
    part(1, 0x2000);
    part(2, 0x2000);
    expect(part(1, 1)).toBe('none');
    part(3, 0x2000);
    expect(part(3, 1)).toBe('udp');
  });

  it('forgets the oldest datagram when too many bytes wait', () => {
    const decoder = new FrameDecoder({ maxFragmentBytes: 16 });
    const part = (ipId: number, fragmentField: number, length = 8) => {
      const payload = [0, 1, 0, 2, 0, 16, 0, 0, ...new Array<number>(length - 8).fill(0)];
      const ip = ipv4Bytes({ ipId, fragmentField, protocol: 17 }, payload);
      return decoder.decode(packetOf(ethernetBytes(0x0800, ip))).transport;
    };
    part(1, 0x2000);
    part(2, 0x2000, 16);
    expect(part(1, 1)).toBe('none');
    part(3, 0x2000);
    expect(part(3, 1)).toBe('udp');
  });

  it('stops at headers nested without end', () => {
    const bytes = new Array(200).fill([0x81, 0, 0, 1]).flat();
    expect(decode(ethernetBytes(0x8100, [0, 1, ...bytes])).fault).toContain('in one another');
  });

  it('survives any bytes under any link type', () => {
    const linkTypes = [
      0, 1, 9, 10, 12, 50, 101, 104, 105, 113, 119, 127, 163, 192, 228, 229, 239, 276,
    ];
    const decoder = new FrameDecoder();
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 120 }),
        fc.constantFrom(...linkTypes),
        (bytes, linkType) => {
          const frame = decoder.decode(packetOf(bytes, { linkType }));
          expect(frame.payloadLength).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('addressText', () => {
  it.each([
    [[0x20010db8, 0, 0, 1], 6, '2001:db8::1'],
    [[0, 0, 0, 0], 6, '::'],
    [[0x00010000, 0x00020000, 0x00030000, 0x00040000], 6, '1:0:2:0:3:0:4:0'],
    [[0x00010002, 0x00030004, 0x00050006, 0x00070000], 6, '1:2:3:4:5:6:7:0'],
    [[0, 0, 0, 0xc0a80001], 4, '192.168.0.1'],
  ])('writes %j of IPv%i as %s', (words, version, text) => {
    expect(addressText(Uint32Array.from(words), 0, version)).toBe(text);
  });
});
