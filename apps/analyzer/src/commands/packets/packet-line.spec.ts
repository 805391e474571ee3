import { describe, expect, it } from '@jest/globals';
import {
  CaptureReader,
  encodeInterface,
  encodePacket,
  encodeSectionHeader,
  FrameDecoder,
  TcpTracker,
} from '@praktikum/capture';
import { packetLine } from './packet-line.ts';

/** A SYN from 127.0.0.1:40000 to 127.0.0.1:12345, without a link header. */
const SYN = Buffer.from(
  '45000028000100004006' +
    '0000' +
    '7f000001' +
    '7f000001' +
    '9c403039' +
    '00000400' +
    '00000000' +
    '5002faf000000000',
  'hex',
);

function lineOf(data: Uint8Array, linkType = 101): unknown {
  const reader = new CaptureReader();
  const file = [
    encodeSectionHeader(),
    encodeInterface({ linkType }),
    encodePacket({ seconds: 1, nanoseconds: 5, data }),
  ];
  reader.push(Buffer.concat(file));
  const packet = reader.read();
  if (!packet) throw new Error('no packet');
  const frame = new FrameDecoder().decode(packet);
  return JSON.parse(packetLine(frame, new TcpTracker().observe(frame)));
}

describe('packetLine', () => {
  it('writes a TCP segment with exact time and relative numbers', () => {
    expect(lineOf(SYN)).toEqual({
      number: 1,
      time: '1.000000005',
      src: '127.0.0.1',
      dst: '127.0.0.1',
      srcPort: 40_000,
      dstPort: 12_345,
      stream: 0,
      flags: 2,
      seq: 0,
      ack: 0,
      len: 0,
      window: 64_240,
      rawSeq: 1024,
      rawAck: 0,
      states: ['SYN-SENT', 'LISTEN'],
      analysis: [],
    });
  });

  it('keeps the number and time of a packet it cannot decode', () => {
    const damaged = { number: 1, time: '1.000000005', fault: 'IP version 0' };
    expect(lineOf(Uint8Array.of(0))).toEqual(damaged);
    const unknown = {
      number: 1,
      time: '1.000000005',
      undecoded: 'link type 7 ARCNET is not decoded',
    };
    expect(lineOf(Uint8Array.of(0), 7)).toEqual(unknown);
  });
});
