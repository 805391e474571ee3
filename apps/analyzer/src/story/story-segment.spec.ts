import { expect, it } from '@jest/globals';
import {
  CaptureReader,
  encodeInterface,
  encodePacket,
  encodeSectionHeader,
  FrameDecoder,
  TcpTracker,
} from '@praktikum/capture';
import { storySegment } from './story-segment.ts';

const TCP = Buffer.from('9c403039000004000000000050020fa000000000', 'hex');

/** An IPv6 packet with a hop-by-hop header of some length (a multiple of 8) before a SYN. */
function packet(extension: number): Uint8Array {
  const header = Buffer.alloc(40);
  header.writeUInt8(0x60, 0);
  header.writeUInt16BE(extension + TCP.length, 4);
  const hopByHop = Buffer.alloc(extension);
  hopByHop.writeUInt8(6, 0);
  hopByHop.writeUInt8(extension / 8 - 1, 1);
  return Buffer.concat([header, hopByHop, TCP]);
}

function kept(data: Uint8Array) {
  const reader = new CaptureReader();
  const start = [encodeSectionHeader(), encodeInterface({ linkType: 101 })];
  reader.push(Buffer.concat([...start, encodePacket({ seconds: 1, nanoseconds: 0, data })]));
  const frame = new FrameDecoder().decode(reader.read()!);
  const tracker = new TcpTracker();
  return storySegment(tracker.observe(frame)!, frame, tracker.options);
}

it.each([
  [8, 48],
  // 552 bytes in all.
  [512, 256],
])('keeps so much of an IP header with its extensions (%i bytes of them)', (extension, length) => {
  const { ipHeader, tcpHeader } = kept(packet(extension));
  expect(ipHeader).toHaveLength(length);
  expect(Buffer.from(tcpHeader)).toEqual(TCP);
});
