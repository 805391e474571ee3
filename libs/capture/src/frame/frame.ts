import type { CapturedPacket } from '../file/captured-packet.ts';
import type { NumberSpace, Transport } from './protocol.ts';

const NOTHING = new Uint8Array(0);
const PREPARED_LAYERS = 64;

/** Names of the headers a frame can be made of, as Wireshark writes them. */
export type LayerName = string;

/**
 * What the headers of one packet say. One record is filled for packet after packet, so that the walk
 * through a large capture makes no objects; copy what is needed later. Offsets count in
 * {@link bytes}; behind a reassembled IP datagram, those of the transport in {@link segment}.
 */
export class Frame {
  number = 0;
  timed = true;
  seconds = 0;
  nanoseconds = 0;
  interfaceId = 0;
  linkType = 0;
  originalLength = 0;
  bytes: Uint8Array = NOTHING;
  start = 0;
  /** End of the captured bytes. */
  end = 0;
  /** The same, where {@link end} was taken back to the length of a datagram: with what pads the frame. */
  capturedEnd = 0;
  /** End by the innermost length field; beyond {@link end} when the capture cut the packet. */
  limit = 0;

  /** The headers found, outermost first; only the first {@link layerCount} are of this frame. */
  readonly layers: LayerName[] = new Array<LayerName>(PREPARED_LAYERS).fill('');
  layerCount = 0;
  /** What stopped the decoding and is not known here: a number of a space. */
  unknownSpace: NumberSpace | undefined;
  unknownNumber = 0;
  /** Why a header could not be read, such as `TCP header cut short`. */
  fault: string | undefined;
  /** VLAN identifiers, outermost first; only the first {@link vlanCount} are of this frame. */
  readonly vlans: number[] = [];
  vlanCount = 0;

  /** 4, 6, or 0 without an IP header. Of several, the innermost counts. */
  ipVersion = 0;
  /** Source and destination, four words each; an IPv4 address is the last word of its four. */
  readonly addresses = new Uint32Array(8);
  ipProtocol = 0;
  /** Identification of the IP header; 0 for IPv6 without a fragment header. */
  ipId = 0;
  /** Time to live, or hop limit. */
  ttl = 0;
  /** Explicit congestion notification (RFC 3168): the two lowest bits of the traffic class. */
  ecn = 0;
  /** Position of the innermost IP header. */
  ipStart = 0;
  /** A part of a datagram that is not complete with this frame. */
  fragment = false;
  /** This frame completed a datagram; {@link segment} holds its joined payload. */
  reassembled = false;
  /** IP headers in one another; more than 1 in a tunnel. */
  ipDepth = 0;
  /** Where each of them begins, outermost first, and the buffer it stands in: {@link bytes} or a joined payload. */
  readonly ipStarts: number[] = [];
  readonly ipBuffers: Uint8Array[] = [];

  transport: Transport = 'none';
  /** The buffer that holds the transport header: {@link bytes}, or a reassembled payload. */
  segment: Uint8Array = NOTHING;
  segmentStart = 0;
  segmentEnd = 0;
  segmentLimit = 0;
  sourcePort = 0;
  destinationPort = 0;
  /** Bytes of payload by the length fields. */
  payloadLength = 0;
  /** Where the payload begins in {@link segment}. */
  payloadStart = 0;

  /** Whether all 20 fixed bytes of the TCP header are there and make sense. */
  tcpWhole = false;
  sequence = 0;
  acknowledgement = 0;
  headerLength = 0;
  flags = 0;
  window = 0;

  /** Forgets the last packet and takes the facts of the next. */
  begin(packet: CapturedPacket): void {
    this.number = packet.number;
    this.timed = packet.timed;
    this.seconds = packet.seconds;
    this.nanoseconds = packet.nanoseconds;
    this.interfaceId = packet.interfaceId;
    this.linkType = packet.linkType;
    this.originalLength = packet.originalLength;
    this.bytes = packet.bytes;
    this.start = packet.start;
    this.end = packet.end;
    this.capturedEnd = packet.end;
    this.limit = packet.start + Math.max(packet.originalLength, packet.end - packet.start);
    this.layerCount = 0;
    this.unknownSpace = undefined;
    this.fault = undefined;
    this.vlanCount = 0;
    this.ipVersion = 0;
    this.ipDepth = 0;
    this.ipId = 0;
    this.fragment = false;
    this.reassembled = false;
    this.transport = 'none';
    this.tcpWhole = false;
    this.payloadLength = 0;
  }

  /** Notes a header. */
  addLayer(name: LayerName): void {
    if (this.layerCount < PREPARED_LAYERS) this.layers[this.layerCount++] = name;
  }

  /** Notes an IP header that begins at `offset`. */
  enterIp(version: 4 | 6, offset: number): void {
    this.ipVersion = version;
    this.ipStart = offset;
    this.ipStarts[this.ipDepth] = offset;
    this.ipBuffers[this.ipDepth] = this.bytes;
    this.ipDepth += 1;
  }

  /** Whether `count` bytes from `offset` were captured; otherwise notes which header is cut. */
  has(offset: number, count: number, header: string): boolean {
    if (offset + count <= this.end) return true;
    this.fault ??= header;
    return false;
  }

  /** Notes a number this library does not decode. */
  stopAt(space: NumberSpace, number: number): void {
    this.unknownSpace = space;
    this.unknownNumber = number;
  }
}
