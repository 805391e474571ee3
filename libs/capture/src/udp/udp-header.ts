import { uint16 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';

const HEADER_BYTES = 8;

/** A UDP header (RFC 768). With length 0 (segmentation offload) the payload goes to the end. */
export function decodeUdpHeader(frame: Frame): void {
  const { segment, segmentStart: at, segmentLimit } = frame;
  frame.addLayer('udp');
  if (!frame.has(at, HEADER_BYTES, 'UDP header cut short')) return;
  const room = segmentLimit - at;
  const length = uint16(segment, at + 4);
  frame.transport = 'udp';
  frame.sourcePort = uint16(segment, at);
  frame.destinationPort = uint16(segment, at + 2);
  frame.payloadStart = at + HEADER_BYTES;
  frame.payloadLength = (length < HEADER_BYTES ? room : Math.min(length, room)) - HEADER_BYTES;
}
