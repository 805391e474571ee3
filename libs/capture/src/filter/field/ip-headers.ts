import { uint16 } from '../../bytes.ts';
import type { Frame } from '../../frame/frame.ts';
import { readIcmp } from '../../network/icmp.ts';

/** An IP header of a frame, with what it carries: `bytes` from `at` to `end`. */
export interface IpHeader {
  readonly version: number;
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly end: number;
}

const IPV6_HEADER_BYTES = 40;
/** Of ICMP, before the packet that an error quotes. */
const ICMP_HEADER_BYTES = 8;

/**
 * All IP headers of a frame, outermost first: those of a tunnel, and that of the packet which an ICMP
 * error quotes. To Wireshark all of them are the frame's.
 */
export function ipHeaders(frame: Frame): IpHeader[] {
  const headers: IpHeader[] = [];
  for (let depth = 0; depth < frame.ipDepth; depth += 1) {
    const bytes = frame.ipBuffers[depth]!;
    const end = bytes === frame.bytes ? frame.capturedEnd : bytes.length;
    headers.push(headerAt(bytes, frame.ipStarts[depth]!, end));
  }
  if (readIcmp(frame)?.quoted) {
    const { segment, segmentStart, segmentEnd } = frame;
    headers.push(headerAt(segment, segmentStart + ICMP_HEADER_BYTES, segmentEnd));
  }
  return headers;
}

function headerAt(bytes: Uint8Array, at: number, captured: number): IpHeader {
  const version = bytes[at]! >> 4;
  const length = uint16(bytes, at + (version === 4 ? 2 : 4));
  const end = at + (version === 4 ? length : length + IPV6_HEADER_BYTES);
  // With segmentation offload the length is not filled in.
  return { version, bytes, at, end: length === 0 ? captured : Math.min(end, captured) };
}
