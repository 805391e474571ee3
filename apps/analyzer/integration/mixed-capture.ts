import { encodeInterface, encodePacket } from '@praktikum/capture';
import { buildCapture, ECHO, REFUSED } from './build-capture.ts';

const ETHERNET = 1;
const LEAST_FRAME_BYTES = 60;
const ONE = Buffer.from([10, 0, 0, 1]);
const TWO = Buffer.from([10, 0, 0, 2]);
const INNER = Buffer.from([192, 168, 7, 7]);
const LINK_LOCAL = Buffer.from('fe800000000000000000000000000001', 'hex');
const ALL_NODES = Buffer.from('ff020000000000000000000000000001', 'hex');

/**
 * A pcapng file with something of everything that a filter may ask for: the guide's exchange with a
 * segment sent twice and a refused connection on raw IP, then Ethernet with padded frames, UDP, IPv6, a
 * tunnel, an ICMP error, ARP, and payloads of any bytes.
 */
export function mixedCapture(): Uint8Array {
  const datagram = ip4(17, ONE, TWO, udp(50_000, 12_345, 'halo'));
  const frames = [
    ethernet(0x0800, datagram),
    ethernet(
      0x0800,
      ip4(1, TWO, ONE, Buffer.concat([Buffer.from([3, 3, 0, 0, 0, 0, 0, 0]), datagram])),
    ),
    ethernet(0x86dd, ip6(17, udp(50_001, 12_345, 'selamat pagi'))),
    ethernet(0x86dd, ip6(6, tcp(41_000, 4000, 0x02, ''))),
    ethernet(0x86dd, ip6(6, tcp(41_000, 4000, 0x18, 'caf\u00e9 \u00ff\0'))),
    ethernet(
      0x0800,
      ip4(6, ONE, TWO, tcp(41_001, 4000, 0x18, 'GET / HTTP/1.1\r\nHost: lab\r\n\r\n')),
    ),
    ethernet(0x0800, ip4(6, TWO, ONE, tcp(4000, 41_001, 0x18, 'baris satu\nbaris 2\n'))),
    ethernet(0x0800, ip4(6, TWO, ONE, tcp(4000, 41_001, 0x14, 'alasan'))),
    ethernet(
      0x0806,
      Buffer.from('00010800060400010200000000010a0000010000000000000a000002', 'hex'),
    ),
    ethernet(0x0800, ip4(4, ONE, TWO, ip4(17, INNER, ONE, udp(7, 7777, 'terowongan')))),
  ];
  return Buffer.concat([
    buildCapture([...ECHO, ECHO[3]!, ...REFUSED]),
    encodeInterface({ linkType: ETHERNET }),
    ...frames.map((data, index) =>
      encodePacket({ interfaceId: 1, seconds: 1_700_000_001, nanoseconds: index * 1000, data }),
    ),
  ]);
}

/** Padded with bytes that no filter may take for payload. */
function ethernet(type: number, body: Uint8Array): Uint8Array {
  const header = Buffer.from('0200000000020200000000010000', 'hex');
  header.writeUInt16BE(type, 12);
  const padding = Math.max(0, LEAST_FRAME_BYTES - header.length - body.length);
  return Buffer.concat([header, body, Buffer.alloc(padding, 'P')]);
}

function ip4(
  protocol: number,
  source: Uint8Array,
  destination: Uint8Array,
  body: Uint8Array,
): Buffer {
  const header = Buffer.from([0x45, 0, 0, 0, 0x12, 0x34, 0, 0, 63, protocol, 0, 0]);
  header.writeUInt16BE(20 + body.length, 2);
  return Buffer.concat([header, source, destination, body]);
}

function ip6(next: number, body: Uint8Array): Uint8Array {
  const header = Buffer.from([0x60, 0, 0, 0, 0, 0, next, 255]);
  header.writeUInt16BE(body.length, 4);
  return Buffer.concat([header, LINK_LOCAL, ALL_NODES, body]);
}

function udp(source: number, destination: number, text: string): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt16BE(source, 0);
  header.writeUInt16BE(destination, 2);
  header.writeUInt16BE(8 + text.length, 4);
  return Buffer.concat([header, Buffer.from(text, 'latin1')]);
}

function tcp(source: number, destination: number, flags: number, text: string): Buffer {
  const header = Buffer.alloc(20);
  header.writeUInt16BE(source, 0);
  header.writeUInt16BE(destination, 2);
  header.writeUInt32BE(9000, 4);
  header.set([0x50, flags], 12);
  header.writeUInt16BE(1024, 14);
  return Buffer.concat([header, Buffer.from(text, 'latin1')]);
}
