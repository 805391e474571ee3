import { uint16, uint32 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import { IpProtocol } from '../frame/protocol.ts';
import { addressText } from './address.ts';
import { icmpName } from './icmp-names.ts';

/** The packet an error message is about, as far as it is quoted. */
interface QuotedPacket {
  readonly source: string;
  readonly destination: string;
  readonly protocol: number;
  /** Of TCP and UDP, when their first bytes are quoted. */
  readonly sourcePort?: number;
  readonly destinationPort?: number;
  /** Of TCP: the raw sequence number, by which the segment is found in the capture. */
  readonly sequence?: number;
}

/** An ICMP or ICMPv6 message. */
export interface IcmpMessage {
  readonly type: number;
  readonly code: number;
  /** For example `destination-unreachable/port`; undefined for types not known here. */
  readonly name: string | undefined;
  /** Largest packet the next link takes, in bytes, where the message says so. */
  readonly mtu?: number;
  readonly quoted?: QuotedPacket;
}

const HEADER_BYTES = 8;
/** Types whose body quotes a packet (RFC 792; RFC 4443, section 2.1: errors are below 128). */
const QUOTING_V4: ReadonlySet<number> = new Set([3, 4, 5, 11, 12]);
const LAST_V6_ERROR = 127;

/** Reads the ICMP message of a frame; undefined when it holds none, or less than a header. */
export function readIcmp(frame: Frame): IcmpMessage | undefined {
  const { transport, segment, segmentStart: at, segmentEnd } = frame;
  if (transport !== 'icmp' && transport !== 'icmpv6') return undefined;
  if (at + HEADER_BYTES > segmentEnd) return undefined;
  const isV6 = transport === 'icmpv6';
  const type = segment[at]!;
  const code = segment[at + 1]!;
  const message = {
    type,
    code,
    name: icmpName(isV6, type, code),
    ...mtuOf(frame, isV6, type, code),
  };
  const quotes = isV6 ? type <= LAST_V6_ERROR : QUOTING_V4.has(type);
  const quoted = quotes ? readQuoted(segment, at + HEADER_BYTES, segmentEnd) : undefined;
  return quoted ? { ...message, quoted } : message;
}

/** RFC 1191, section 4; RFC 4443, section 3.2. */
function mtuOf(frame: Frame, isV6: boolean, type: number, code: number): { mtu?: number } {
  const { segment, segmentStart: at } = frame;
  if (isV6) return type === 2 ? { mtu: uint32(segment, at + 4) } : {};
  return type === 3 && code === 4 ? { mtu: uint16(segment, at + 6) } : {};
}

function readQuoted(bytes: Uint8Array, at: number, end: number): QuotedPacket | undefined {
  const version = at < end ? bytes[at]! >> 4 : 0;
  const addressBytes = version === 4 ? 4 : 16;
  const fixed = version === 4 ? 20 : 40;
  if ((version !== 4 && version !== 6) || at + fixed > end) return undefined;
  const words = new Uint32Array(8);
  const first = at + fixed - 2 * addressBytes;
  for (let byte = 0; byte < 2 * addressBytes; byte += 4) {
    const word = version === 4 ? (byte === 0 ? 3 : 7) : byte / 4;
    words[word] = uint32(bytes, first + byte);
  }
  const header = version === 4 ? (bytes[at]! & 15) * 4 : fixed;
  const protocol = bytes[at + (version === 4 ? 9 : 6)]!;
  return {
    source: addressText(words, 0, version),
    destination: addressText(words, 4, version),
    protocol,
    ...readPorts(bytes, at + header, end, protocol),
  };
}

function readPorts(bytes: Uint8Array, at: number, end: number, protocol: number) {
  const known = protocol === IpProtocol.TCP || protocol === IpProtocol.UDP;
  if (!known || at + HEADER_BYTES > end) return {};
  const ports = { sourcePort: uint16(bytes, at), destinationPort: uint16(bytes, at + 2) };
  return protocol === IpProtocol.TCP ? { ...ports, sequence: uint32(bytes, at + 4) } : ports;
}
