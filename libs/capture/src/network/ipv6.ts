import { uint16, uint32 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { IpProtocol } from '../frame/protocol.ts';

const HEADER_BYTES = 40;
const FRAGMENT_HEADER_BYTES = 8;
const JUMBO_OPTION = 0xc2;

/** An IPv6 header (RFC 8200, section 3), its extension headers, then what it carries. */
export function decodeIpv6(frame: Frame, at: number, layers: Layers): void {
  const { bytes, addresses } = frame;
  frame.addLayer('ipv6');
  if (!frame.has(at, HEADER_BYTES, 'IPv6 header cut short')) return;
  frame.enterIp(6, at);
  frame.ecn = (bytes[at + 1]! >> 4) & 3;
  frame.ipId = 0;
  frame.ttl = bytes[at + 7]!;
  for (let word = 0; word < 8; word += 1) addresses[word] = uint32(bytes, at + 8 + word * 4);

  const next = bytes[at + 6]!;
  const start = at + HEADER_BYTES;
  const length = payloadLength(frame, at, next);
  if (start + length < frame.limit) frame.limit = start + length;
  if (frame.end > frame.limit) frame.end = frame.limit;
  decodeExtensions(frame, next, start, layers);
}

/** With a jumbo payload (RFC 2675) or segmentation offload the length field is 0. */
function payloadLength(frame: Frame, at: number, next: number): number {
  const length = uint16(frame.bytes, at + 4);
  if (length > 0 || next === IpProtocol.NO_NEXT_HEADER) return length;
  const start = at + HEADER_BYTES;
  if (next === IpProtocol.HOP_BY_HOP && start + 8 <= frame.end) {
    const isJumbo = frame.bytes[start + 2] === JUMBO_OPTION && frame.bytes[start + 3] === 4;
    if (isJumbo) return uint32(frame.bytes, start + 4);
  }
  return Math.max(0, frame.limit - start);
}

function decodeExtensions(frame: Frame, first: number, from: number, layers: Layers): void {
  let next = first;
  let at = from;
  for (;;) {
    const name = extensionName(next);
    if (name === undefined) break;
    frame.addLayer(name);
    if (!frame.has(at, 8, 'IPv6 extension header cut short')) return;
    const following = frame.bytes[at]!;
    if (next === IpProtocol.FRAGMENT) {
      decodeFragmentHeader(frame, at, following, layers);
      return;
    }
    const length = extensionLength(next, frame.bytes[at + 1]!);
    if (!frame.has(at, length, 'IPv6 extension header cut short')) return;
    next = following;
    at += length;
  }
  frame.ipProtocol = next;
  layers.decodeIpPayload(frame, next, at);
}

function decodeFragmentHeader(frame: Frame, at: number, protocol: number, layers: Layers): void {
  const field = uint16(frame.bytes, at + 2);
  const offset = field & 0xfff8;
  const more = (field & 1) !== 0;
  const start = at + FRAGMENT_HEADER_BYTES;
  frame.ipProtocol = protocol;
  frame.ipId = uint32(frame.bytes, at + 4);
  // An "atomic fragment" (RFC 6946) is whole.
  if (offset === 0 && !more) decodeExtensions(frame, protocol, start, layers);
  else layers.decodeFragment(frame, start, { offset, more, protocol });
}

function extensionName(protocol: number): string | undefined {
  switch (protocol) {
    case IpProtocol.HOP_BY_HOP:
      return 'ipv6.hopopts';
    case IpProtocol.ROUTING:
      return 'ipv6.routing';
    case IpProtocol.FRAGMENT:
      return 'ipv6.fraghdr';
    case IpProtocol.DESTINATION_OPTIONS:
      return 'ipv6.dstopts';
    case IpProtocol.AUTHENTICATION:
      return 'ah';
    case IpProtocol.MOBILITY:
      return 'mipv6';
    default:
      return undefined;
  }
}

/** Bytes of an extension header; that of authentication counts in words of four (RFC 4302). */
function extensionLength(protocol: number, field: number): number {
  return protocol === IpProtocol.AUTHENTICATION ? (field + 2) * 4 : (field + 1) * 8;
}
