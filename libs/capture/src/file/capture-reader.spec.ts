import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaptureLimits } from '../limits.ts';
import { CaptureReader } from './capture-reader.ts';
import { timeText } from './captured-packet.ts';
import {
  encodeInterface,
  encodePacket,
  encodeSectionHeader,
  encodeStatistics,
} from './pcapng/pcapng-encoder.ts';

interface Read {
  readonly number: number;
  readonly time: string;
  readonly linkType: number;
  readonly length: number;
  readonly data: readonly number[];
}

function readAll(bytes: Uint8Array, step = bytes.length, limits: Partial<CaptureLimits> = {}) {
  const reader = new CaptureReader(limits);
  const packets: Read[] = [];
  for (let at = 0; at < bytes.length; at += Math.max(1, step)) {
    for (const packet of reader.packets(bytes.slice(at, at + step))) {
      packets.push({
        number: packet.number,
        time: packet.timed ? timeText(packet) : 'none',
        linkType: packet.linkType,
        length: packet.originalLength,
        data: [...packet.bytes.subarray(packet.start, packet.end)],
      });
    }
  }
  return { reader, packets, ending: reader.end() };
}

interface PcapFacts {
  readonly magic?: number;
  readonly little?: boolean;
  readonly minor?: number;
  readonly linkType?: number;
}

/** A pcap file with one packet `01 02 03` of 9 bytes on the wire, at 5 s and 7 units. */
function pcapFile(facts: PcapFacts = {}): Uint8Array {
  const { magic = 0xa1b2c3d4, little = true, minor = 4, linkType = 1 } = facts;
  const extra = magic === 0xa1b2cd34 ? 8 : 0;
  const view = new DataView(new ArrayBuffer(24 + 16 + extra + 3));
  const swapped = minor < 3;
  view.setUint32(0, magic, little);
  view.setUint16(4, 2, little);
  view.setUint16(6, minor, little);
  view.setUint32(16, 65_535, little);
  view.setUint32(20, linkType, little);
  view.setUint32(24, 5, little);
  view.setUint32(28, 7, little);
  view.setUint32(32, swapped ? 9 : 3, little);
  view.setUint32(36, swapped ? 3 : 9, little);
  const bytes = new Uint8Array(view.buffer);
  bytes.set([1, 2, 3], 40 + extra);
  return bytes;
}

const pcapng = Uint8Array.from([
  ...encodeSectionHeader({ application: 'test' }),
  ...encodeInterface({ linkType: 1, name: 'eth0', filter: 'tcp port 12345' }),
  ...encodeInterface({ linkType: 101, snapLength: 64 }),
  ...encodePacket({ seconds: 1_700_000_000, nanoseconds: 1, data: Uint8Array.of(1, 2, 3) }),
  ...encodePacket({
    interfaceId: 1,
    seconds: 4_294_967_296,
    nanoseconds: 999_999_999,
    data: Uint8Array.of(4),
    originalLength: 40,
    comment: 'cut',
  }),
  ...encodeStatistics({ received: 7n, dropped: 2n }),
]);

describe('CaptureReader, pcap', () => {
  it.each([
    ['microseconds, little-endian', {}, '5.000007000'],
    ['microseconds, big-endian', { little: false }, '5.000007000'],
    ['nanoseconds, little-endian', { magic: 0xa1b23c4d }, '5.000000007'],
    ['nanoseconds, big-endian', { magic: 0xa1b23c4d, little: false }, '5.000000007'],
    ['modified, with longer record headers', { magic: 0xa1b2cd34 }, '5.000007000'],
    ['version 2.2, lengths exchanged', { minor: 2 }, '5.000007000'],
    ['version 2.3 in the new order', { minor: 3 }, '5.000007000'],
  ])('reads %s', (_, facts, time) => {
    const { packets, ending } = readAll(pcapFile(facts));
    expect(packets).toEqual([{ number: 1, time, linkType: 1, length: 9, data: [1, 2, 3] }]);
    expect(ending).toEqual({ complete: true, packets: 1, offset: pcapFile(facts).length });
  });

  it('leaves the length of the frame check sequence out of the link type', () => {
    const { packets } = readAll(pcapFile({ linkType: 0x4400_0001 }));
    expect(packets[0]?.linkType).toBe(1);
  });

  it('names the record a cut file ends in', () => {
    const whole = pcapFile();
    const file = Uint8Array.from([...whole, ...whole.subarray(24, 42)]);
    const { packets, ending } = readAll(file);
    expect(packets).toHaveLength(1);
    expect(ending).toMatchObject({ complete: false, offset: whole.length });
    expect(ending.error?.code).toBe('ERR_CAPTURE_TRUNCATED');
  });

  it('refuses a record longer than the limit before it arrives', () => {
    const file = pcapFile();
    new DataView(file.buffer).setUint32(32, 0xffff_ffff, true);
    const { ending } = readAll(file);
    expect(ending.error).toMatchObject({ code: 'ERR_CAPTURE_LIMIT' });
    expect(ending.offset).toBe(24);
  });
});

describe('CaptureReader, pcapng', () => {
  it('reads interfaces of different link types, nanoseconds and statistics', () => {
    const { reader, packets, ending } = readAll(pcapng);
    expect(packets.map(({ time, linkType, length }) => [time, linkType, length])).toEqual([
      ['1700000000.000000001', 1, 3],
      ['4294967296.999999999', 101, 40],
    ]);
    expect(reader.format).toMatchObject({ name: 'pcapng', application: 'test' });
    expect(reader.interfaces[0]).toMatchObject({
      name: 'eth0',
      filter: 'tcp port 12345',
      statistics: { received: 7n, dropped: 2n },
    });
    expect(ending.complete).toBe(true);
  });

  it('gives the same packets for a file fed byte by byte', () => {
    expect(readAll(pcapng, 1).packets).toEqual(readAll(pcapng).packets);
  });

  it('skips a block it does not know, in a section of the other byte order, with a simple packet', () => {
    const file = Uint8Array.from([...pcapng, ...BIG_ENDIAN_SECTION]);
    const { packets, ending } = readAll(file, 5);
    expect(ending.error).toBeUndefined();
    expect(packets[2]).toEqual({
      number: 3,
      time: 'none',
      linkType: 1,
      length: 3,
      data: [7, 8, 9],
    });
  });

  it.each([
    ['a length below 12', 4, 8, 'ERR_CAPTURE_DAMAGED'],
    ['lengths that differ', -4, 16, 'ERR_CAPTURE_DAMAGED'],
    ['another magic', 8, 0, 'ERR_CAPTURE_DAMAGED'],
  ])('stops at a section header with %s', (_, place, value, code) => {
    const section = encodeSectionHeader();
    const at = place < 0 ? section.length + place : place;
    new DataView(section.buffer).setUint32(at, value, true);
    const { ending } = readAll(section);
    expect(ending).toMatchObject({ complete: false, offset: 0, error: { code } });
  });

  it('accepts lengths that leave out the padding', () => {
    const packet = encodePacket({ seconds: 1, nanoseconds: 0, data: Uint8Array.of(1, 2) });
    for (const at of [4, packet.length - 4]) packet[at]! -= 2;
    const start = [...encodeSectionHeader(), ...encodeInterface({ linkType: 1 })];
    const { packets, ending } = readAll(Uint8Array.from([...start, ...packet, ...packet]), 3);
    expect(packets.map(({ data }) => data)).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(ending.complete).toBe(true);
  });

  it('stops at a packet of an interface that was not described', () => {
    const packet = encodePacket({ seconds: 0, nanoseconds: 0, data: Uint8Array.of(1) });
    const { ending } = readAll(Uint8Array.from([...encodeSectionHeader(), ...packet]));
    expect(ending.error?.message).toContain('interface 0');
  });

  it('stops at a packet whose option is longer than its block', () => {
    const packet = encodePacket({
      seconds: 0,
      nanoseconds: 0,
      data: Uint8Array.of(1),
      comment: 'ab',
    });
    packet[8 + 20 + 4 + 2] = 200;
    const section = [...encodeSectionHeader(), ...encodeInterface({ linkType: 1 })];
    const { ending } = readAll(Uint8Array.from([...section, ...packet]));
    expect(ending).toMatchObject({ packets: 0, offset: section.length });
    expect(ending.error?.message).toContain('200 bytes');
  });

  it('says how much of a skipped block is missing', () => {
    const unknown = [0x99, 0, 0, 0, 0xf0, 0xff, 0xff, 0xff, 0, 0, 0, 0];
    const { ending } = readAll(Uint8Array.from([...encodeSectionHeader(), ...unknown]));
    expect(ending.error).toMatchObject({ code: 'ERR_CAPTURE_TRUNCATED' });
  });

  it('buffers no block longer than the limit', () => {
    const file = Buffer.concat([
      encodeSectionHeader(),
      encodeInterface({ linkType: 1 }),
      encodePacket({ seconds: 1, nanoseconds: 0, data: new Uint8Array(100) }),
    ]);
    expect(readAll(file, 7, { maxBlockBytes: 132 }).ending.complete).toBe(true);
    const { ending } = readAll(file, 7, { maxBlockBytes: 131 });
    expect(ending.error?.code).toBe('ERR_CAPTURE_LIMIT');
  });

  it('describes no more interfaces than the limit', () => {
    const one = encodeInterface({ linkType: 1 });
    const file = Uint8Array.from([...encodeSectionHeader(), ...one, ...one]);
    expect(readAll(file, 7, { maxInterfaces: 2 }).ending.complete).toBe(true);
    expect(readAll(file, 7, { maxInterfaces: 1 }).ending.error?.code).toBe('ERR_CAPTURE_LIMIT');
  });
});

describe('CaptureReader, anything', () => {
  it.each([
    ['nothing', [], 'ERR_CAPTURE_EMPTY', 'empty'],
    ['gzip', [0x1f, 0x8b, 8, 0], 'ERR_CAPTURE_FORMAT', 'gzip'],
    ['text', [...Buffer.from('GET / HTTP/1.1')], 'ERR_CAPTURE_FORMAT', '47 45 54 20'],
    ['two bytes', [0xd4, 0xc3], 'ERR_CAPTURE_TRUNCATED', '2 bytes'],
  ])('names what is wrong with %s', (_, bytes, code, words) => {
    const { error } = readAll(Uint8Array.from(bytes)).ending;
    expect(error?.code).toBe(code);
    expect(error?.message).toContain(words);
  });

  it('ends with a statement, whatever a damaged file holds and however it is cut', () => {
    const files = [pcapng, pcapFile(), pcapFile({ little: false })];
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 }),
        fc.integer({ min: 1, max: 300 }),
        (file, changes, step) => {
          const damaged = file.slice();
          for (const [at, value] of changes) damaged[at % damaged.length] = value;
          const { packets, ending } = readAll(damaged, step);
          expect(ending.packets).toBe(packets.length);
          expect(ending.complete).toBe(ending.error === undefined);
          expect(packets).toEqual(readAll(damaged).packets);
        },
      ),
    );
  });
});

/** Section, interface, a block of unknown type, and a simple packet `07 08 09`, most significant byte first. */
const BIG_ENDIAN_SECTION = Buffer.from(
  [
    '0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c',
    '00000001 00000014 0001 0000 00000000 00000014',
    '000000aa 00000010 deadbeef 00000010',
    '00000003 00000014 00000003 07080900 00000014',
  ]
    .join('')
    .replaceAll(' ', ''),
  'hex',
);
