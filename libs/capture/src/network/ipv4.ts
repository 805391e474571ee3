import { uint16, uint32 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';

const LEAST_HEADER_BYTES = 20;
const MORE_FRAGMENTS = 0x2000;
const FRAGMENT_OFFSET = 0x1fff;

/** An IPv4 header (RFC 791, section 3.1), then what it carries. */
export function decodeIpv4(frame: Frame, at: number, layers: Layers): void {
  const { bytes } = frame;
  frame.addLayer('ip');
  if (!frame.has(at, LEAST_HEADER_BYTES, 'IPv4 header cut short')) return;
  const headerLength = (bytes[at]! & 0x0f) * 4;
  if (headerLength < LEAST_HEADER_BYTES) {
    frame.fault = `IPv4 header of ${headerLength} bytes`;
    return;
  }
  const room = frame.limit - at;
  let totalLength = uint16(bytes, at + 2);
  // With segmentation offload the length was not filled in yet when the packet was captured.
  if (totalLength === 0) totalLength = room;
  if (totalLength < headerLength) {
    frame.fault = `IPv4 total length ${totalLength} is shorter than its header`;
    return;
  }
  // Behind a short datagram Ethernet pads to 60 bytes; the padding is not payload.
  if (totalLength < room) frame.limit = at + totalLength;
  if (frame.end > frame.limit) frame.end = frame.limit;

  enterIpv4(frame, at);
  if (!frame.has(at, headerLength, 'IPv4 options cut short')) return;
  const fragmentField = uint16(bytes, at + 6);
  const offset = (fragmentField & FRAGMENT_OFFSET) * 8;
  const start = at + headerLength;
  if (offset > 0 || (fragmentField & MORE_FRAGMENTS) !== 0) {
    const more = (fragmentField & MORE_FRAGMENTS) !== 0;
    layers.decodeFragment(frame, start, { offset, more, protocol: frame.ipProtocol });
    return;
  }
  layers.decodeIpPayload(frame, frame.ipProtocol, start);
}

function enterIpv4(frame: Frame, at: number): void {
  const { bytes, addresses } = frame;
  frame.enterIp(4, at);
  frame.ecn = bytes[at + 1]! & 3;
  frame.ipId = uint16(bytes, at + 4);
  frame.ttl = bytes[at + 8]!;
  frame.ipProtocol = bytes[at + 9]!;
  addresses[0] = addresses[1] = addresses[2] = 0;
  addresses[3] = uint32(bytes, at + 12);
  addresses[4] = addresses[5] = addresses[6] = 0;
  addresses[7] = uint32(bytes, at + 16);
}
