import { uint16 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import { IpProtocol } from '../frame/protocol.ts';

/**
 * What the checksum of a TCP segment or UDP datagram shows:
 * - `valid`
 * - `offloaded`: the sender left it to the network card, the capture came first. Nothing is wrong; on
 *   Linux's `lo` every checksum is like this.
 * - `wrong`
 * - `absent`: a UDP datagram without one
 * - `unknown`: the packet is cut, a fragment, neither TCP nor UDP, or on a source route, where the sum
 *   is over an address that is not the header's
 */
export type ChecksumVerdict = 'valid' | 'offloaded' | 'wrong' | 'absent' | 'unknown';

const TCP_CHECKSUM_OFFSET = 16;
const UDP_CHECKSUM_OFFSET = 6;

/** Checks the checksum of a frame (RFC 9293, section 3.1; RFC 768; RFC 8200, section 8.1). */
export function checkTransport(frame: Frame): ChecksumVerdict {
  const { transport, segment, segmentStart: start } = frame;
  if ((transport !== 'tcp' && transport !== 'udp') || frame.fragment) return 'unknown';
  if (frame.layers.lastIndexOf('ipv6.routing', frame.layerCount - 1) >= 0) return 'unknown';
  const length = frame.payloadStart + frame.payloadLength - start;
  if (start + length > frame.segmentEnd) return 'unknown';
  const at = start + (transport === 'tcp' ? TCP_CHECKSUM_OFFSET : UDP_CHECKSUM_OFFSET);
  const field = uint16(segment, at);
  if (transport === 'udp' && field === 0) return 'absent';
  const pseudo = pseudoHeaderSum(frame, length);
  const sum = fold(pseudo + wordSum(segment, start, start + length));
  if (sum === 0xffff) return 'valid';
  // With offloading the field holds the sum of the pseudo header, not yet its complement with the rest.
  return field === fold(pseudo) ? 'offloaded' : 'wrong';
}

function pseudoHeaderSum(frame: Frame, length: number): number {
  let sum = frame.transport === 'tcp' ? IpProtocol.TCP : IpProtocol.UDP;
  sum += (length >>> 16) + (length & 0xffff);
  for (const word of frame.addresses) sum += (word >>> 16) + (word & 0xffff);
  return sum;
}

function wordSum(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at + 1 < end; at += 2) sum += uint16(bytes, at);
  return (end - start) % 2 === 0 ? sum : sum + (bytes[end - 1]! << 8);
}

/** Sum in ones' complement (RFC 1071): what runs over is added again. */
function fold(sum: number): number {
  let folded = sum;
  while (folded > 0xffff) folded = (folded % 0x10000) + Math.floor(folded / 0x10000);
  return folded;
}
