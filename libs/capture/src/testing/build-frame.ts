import { CapturedPacket } from '../file/captured-packet.ts';

/*
 * Packets made by hand, for the tests of this library and for whoever needs the same capture each time.
 * Checksums are right, so that the tests of checksums may damage them.
 */

export function u16(value: number): number[] {
  return [(value >> 8) & 255, value & 255];
}

export function u32(value: number): number[] {
  return [...u16(value >>> 16), ...u16(value)];
}

export const CLIENT = [10, 0, 0, 1];
export const SERVER = [10, 0, 0, 2];

/** What a test says of a TCP segment; the rest is ordinary. */
export interface SegmentFacts {
  readonly source?: readonly number[];
  readonly destination?: readonly number[];
  readonly sourcePort?: number;
  readonly destinationPort?: number;
  readonly sequence?: number;
  readonly acknowledgement?: number;
  readonly flags?: number;
  readonly window?: number;
  readonly options?: readonly number[];
  readonly payload?: readonly number[];
  readonly ipId?: number;
  readonly ttl?: number;
  readonly urgentPointer?: number;
}

/** A TCP header with options and payload, its checksum computed. */
export function tcpBytes(facts: SegmentFacts): number[] {
  const options = facts.options ?? [];
  const payload = facts.payload ?? [];
  const header = [
    ...u16(facts.sourcePort ?? 40_000),
    ...u16(facts.destinationPort ?? 12_345),
    ...u32(facts.sequence ?? 1000),
    ...u32(facts.acknowledgement ?? 0),
    ...u16((((20 + options.length) / 4) << 12) | (facts.flags ?? 0x10)),
    ...u16(facts.window ?? 64_240),
    ...u16(0),
    ...u16(facts.urgentPointer ?? 0),
    ...options,
  ];
  const bytes = [...header, ...payload];
  const source = facts.source ?? CLIENT;
  const destination = facts.destination ?? SERVER;
  const sum = checksum([...source, ...destination, 0, 6, ...u16(bytes.length), ...bytes]);
  bytes.splice(16, 2, ...u16(sum));
  return bytes;
}

/** What a test says of an IPv4 header. */
export interface Ipv4Facts {
  readonly source?: readonly number[];
  readonly destination?: readonly number[];
  readonly protocol?: number;
  readonly ipId?: number;
  readonly ttl?: number;
  readonly totalLength?: number;
  readonly fragmentField?: number;
  readonly options?: readonly number[];
}

/** An IPv4 header before a payload. */
export function ipv4Bytes(facts: Ipv4Facts, payload: readonly number[]): number[] {
  const options = facts.options ?? [];
  const headerLength = 20 + options.length;
  const header = [
    0x40 | (headerLength / 4),
    0,
    ...u16(facts.totalLength ?? headerLength + payload.length),
    ...u16(facts.ipId ?? 1),
    ...u16(facts.fragmentField ?? 0),
    facts.ttl ?? 64,
    facts.protocol ?? 6,
    ...u16(0),
    ...(facts.source ?? CLIENT),
    ...(facts.destination ?? SERVER),
    ...options,
  ];
  header.splice(10, 2, ...u16(checksum(header)));
  return [...header, ...payload];
}

/** An Ethernet header before a payload. */
export function ethernetBytes(type: number, payload: readonly number[]): number[] {
  return [2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, ...u16(type), ...payload];
}

/** A whole Ethernet frame with a TCP segment over IPv4. */
export function segmentBytes(facts: SegmentFacts): Uint8Array {
  const { source = CLIENT, destination = SERVER, ipId = 1, ttl = 64 } = facts;
  const ends = { source, destination, ipId, ttl };
  return Uint8Array.from(ethernetBytes(0x0800, ipv4Bytes(ends, tcpBytes(facts))));
}

/** A captured packet of these bytes. */
export function packetOf(
  bytes: Uint8Array | readonly number[],
  facts: { linkType?: number; originalLength?: number; number?: number; nanoseconds?: number } = {},
): CapturedPacket {
  const packet = new CapturedPacket();
  packet.number = facts.number ?? 1;
  packet.linkType = facts.linkType ?? 1;
  packet.bytes = Uint8Array.from(bytes);
  packet.end = packet.bytes.length;
  packet.originalLength = facts.originalLength ?? packet.bytes.length;
  const nanoseconds = facts.nanoseconds ?? 0;
  packet.seconds = 1_700_000_000 + Math.floor(nanoseconds / 1e9);
  packet.nanoseconds = nanoseconds % 1e9;
  return packet;
}

function checksum(bytes: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += (bytes[at]! << 8) | (bytes[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}
