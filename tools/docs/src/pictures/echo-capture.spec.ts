import { expect, it } from '@jest/globals';
import {
  CaptureReader,
  checkTransport,
  FrameDecoder,
  labelNames,
  TcpTracker,
} from '@praktikum/capture';
import { echoCapture } from './echo-capture.ts';

const ETHERNET_BYTES = 14;
const IPV4_BYTES = 20;

it('is one conversation from handshake to close, with nothing wrong in it', () => {
  const reader = new CaptureReader();
  const decoder = new FrameDecoder();
  const tracker = new TcpTracker();
  reader.push(echoCapture());
  for (let packet = reader.read(); packet; packet = reader.read()) {
    const header = Buffer.from(packet.bytes.subarray(packet.start + ETHERNET_BYTES, packet.end));
    expect(wordSum(header.subarray(0, IPV4_BYTES)) % 0xffff).toBe(0);
    const frame = decoder.decode(packet);
    expect(checkTransport(frame)).toBe('valid');
    expect(labelNames(tracker.observe(frame)!.labels)).toEqual([]);
  }
  expect(reader.end()).toMatchObject({ complete: true, packets: 10 });
  expect(tracker.conversations).toHaveLength(1);
  expect(tracker.conversations[0]!.lastStates.toSorted()).toEqual(['CLOSED', 'TIME-WAIT']);
});

/** A multiple of 0xffff when the checksum among the words is right (RFC 1071). */
function wordSum(header: Buffer): number {
  let sum = 0;
  for (let at = 0; at < header.length; at += 2) sum += header.readUInt16BE(at);
  return sum;
}
