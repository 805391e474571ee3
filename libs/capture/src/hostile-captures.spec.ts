import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CaptureReader } from './file/capture-reader.ts';
import {
  encodeInterface,
  encodePacket,
  encodeSectionHeader,
  encodeStatistics,
} from './file/pcapng/pcapng-encoder.ts';
import { FrameDecoder } from './frame/frame-decoder.ts';
import { readIcmp } from './network/icmp.ts';
import { checkTransport } from './network/transport-checksum.ts';
import {
  CLIENT,
  ethernetBytes,
  ipv4Bytes,
  SERVER,
  segmentBytes,
  u16,
} from './testing/build-frame.ts';
import { ConversationBytes } from './tcp/stream/conversation-bytes.ts';
import { TcpTracker } from './tcp/tcp-tracker.ts';
import { UdpTracker } from './udp/udp-tracker.ts';

const ETHERNET = 1;
const PACKETS = [
  ...[2, 18, 16, 24, 17].map((flags, index) =>
    segmentBytes({
      ...{ source: CLIENT, destination: SERVER, sourcePort: 40_000, destinationPort: 80 },
      ...{ sequence: 1000 + index, acknowledgement: 5000, flags, payload: [72, 97, 108, 111] },
      options: [2, 4, 5, 180, 1, 3, 3, 7],
    }),
  ),
  Uint8Array.from(
    ethernetBytes(
      0x0800,
      ipv4Bytes({ protocol: 17 }, [...u16(53), ...u16(5353), ...u16(9), ...u16(0), 1]),
    ),
  ),
];

const PCAPNG = Buffer.concat([
  encodeSectionHeader({ application: 'test' }),
  encodeInterface({ linkType: ETHERNET, name: 'lo', filter: 'port 80' }),
  ...PACKETS.map((data, seconds) => encodePacket({ seconds, nanoseconds: 7, data, comment: 'c' })),
  encodeStatistics({ received: 6n, dropped: 0n }),
]);
const PCAP = Buffer.concat([
  Buffer.from('d4c3b2a1020004000000000000000000ffff000001000000', 'hex'),
  ...PACKETS.map((data) => {
    const head = Buffer.alloc(16);
    head.writeUInt32LE(data.length, 8);
    head.writeUInt32LE(data.length, 12);
    return Buffer.concat([head, data]);
  }),
]);

/** Reads a file in pieces of so many bytes, with all that the packets are asked; gives how it ended. */
function read(file: Uint8Array, piece: number) {
  const reader = new CaptureReader();
  const decoder = new FrameDecoder();
  const [tcp, udp, bytes] = [new TcpTracker(), new UdpTracker(), new ConversationBytes()];
  for (let at = 0; at < file.length; at += piece) {
    for (const packet of reader.packets(file.slice(at, at + piece))) {
      const frame = decoder.decode(packet);
      const segment = tcp.observe(frame);
      udp.observe(frame);
      readIcmp(frame);
      checkTransport(frame);
      if (segment && frame.tcpWhole) bytes.add(segment, frame);
    }
  }
  return reader.end();
}

const change = fc.record({ at: fc.nat(), value: fc.constantFrom(0, 1, 4, 0x7f, 0x80, 0xff) });

describe('hostile captures', () => {
  it.each([
    ['pcapng', PCAPNG],
    ['pcap', PCAP],
  ])('are read as far as they go, and the end is explained: %s', (_, original) => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 8 }),
        fc.nat(original.length),
        fc.integer({ min: 1, max: 400 }),
        (changes, length, piece) => {
          const file = Uint8Array.from(original.subarray(0, length));
          for (const { at, value } of changes) if (length > 0) file[at % length] = value;
          const ending = read(file, piece);
          expect(ending.complete).toBe(ending.error === undefined);
          expect(ending.offset).toBeLessThanOrEqual(length);
          // In whatever pieces a file comes, it is the same file.
          expect(read(file, length || 1)).toEqual(ending);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['pcapng', PCAPNG],
    ['pcap', PCAP],
  ])('give the packets before a cut, wherever it is: %s', (_, original) => {
    const counts = Array.from({ length: original.length + 1 }, (__, length) => {
      return read(original.subarray(0, length), length || 1).packets;
    });
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts.at(-1)).toBe(PACKETS.length);
  });
});
