import { CaptureError } from '../../capture-error.ts';
import * as block from './block.ts';

/** What the header of a section may say. */
export interface SectionDescription {
  readonly hardware?: string;
  readonly system?: string;
  readonly application?: string;
}

/** An interface to be described; its packets are stamped in nanoseconds. */
export interface InterfaceToWrite {
  readonly linkType: number;
  /** Most bytes kept of a packet; 0, the default: no limit. */
  readonly snapLength?: number;
  readonly name?: string;
  readonly filter?: string;
}

/** A packet to be written. */
export interface PacketToWrite {
  /** Which interface of the section, from 0, in the order of their description. Default 0. */
  readonly interfaceId?: number;
  readonly seconds: number;
  readonly nanoseconds: number;
  readonly data: Uint8Array;
  /** Bytes on the wire. Default: all of `data`. */
  readonly originalLength?: number;
  readonly comment?: string;
}

/** Counters for the end of a section. */
export interface StatisticsToWrite {
  readonly interfaceId?: number;
  readonly received?: bigint;
  readonly dropped?: bigint;
}

const NANOSECOND_RESOLUTION = Uint8Array.of(9);
const encoder = new TextEncoder();

/** The block that begins a section; the first block of every pcapng file. Numbers are little-endian. */
export function encodeSectionHeader(section: SectionDescription = {}): Uint8Array {
  const body = new DataView(new ArrayBuffer(16));
  body.setUint32(0, block.BYTE_ORDER_MAGIC, true);
  body.setUint16(4, 1, true);
  // The section's length is not known in advance: all ones.
  body.setBigInt64(8, -1n, true);
  return encodeBlock(block.SECTION_HEADER, bytesOf(body), [
    [2, text(section.hardware)],
    [3, text(section.system)],
    [4, text(section.application)],
  ]);
}

/** The block that describes an interface. It stands before the interface's first packet. */
export function encodeInterface(description: InterfaceToWrite): Uint8Array {
  const body = new DataView(new ArrayBuffer(8));
  body.setUint16(0, description.linkType, true);
  body.setUint32(4, description.snapLength ?? 0, true);
  return encodeBlock(block.INTERFACE_DESCRIPTION, bytesOf(body), [
    [2, text(description.name)],
    [9, NANOSECOND_RESOLUTION],
    [11, description.filter === undefined ? undefined : encoder.encode(`\0${description.filter}`)],
  ]);
}

/**
 * The block of one packet.
 * @throws CaptureError `ERR_CAPTURE_ARGUMENT` when the time is before 1970 or no time at all
 */
export function encodePacket(packet: PacketToWrite): Uint8Array {
  if (!(packet.seconds >= 0) || !(packet.nanoseconds >= 0 && packet.nanoseconds < 1e9)) {
    throw new CaptureError('ERR_CAPTURE_ARGUMENT', 'a packet needs seconds and nanoseconds from 0');
  }
  const ticks = BigInt(packet.seconds) * 1_000_000_000n + BigInt(packet.nanoseconds);
  const { length } = packet.data;
  const body = new DataView(new ArrayBuffer(20 + length + (-length & 3)));
  body.setUint32(0, packet.interfaceId ?? 0, true);
  body.setUint32(4, Number(ticks >> 32n), true);
  body.setUint32(8, Number(ticks & 0xffff_ffffn), true);
  body.setUint32(12, length, true);
  body.setUint32(16, packet.originalLength ?? length, true);
  bytesOf(body).set(packet.data, 20);
  return encodeBlock(block.ENHANCED_PACKET, bytesOf(body), [[1, text(packet.comment)]]);
}

/** The block that says how many packets an interface saw and lost. */
export function encodeStatistics(statistics: StatisticsToWrite): Uint8Array {
  const body = new DataView(new ArrayBuffer(12));
  body.setUint32(0, statistics.interfaceId ?? 0, true);
  return encodeBlock(block.INTERFACE_STATISTICS, bytesOf(body), [
    [4, counter(statistics.received)],
    [5, counter(statistics.dropped)],
  ]);
}

type Option = readonly [code: number, value: Uint8Array | undefined];

function encodeBlock(type: number, body: Uint8Array, options: readonly Option[]): Uint8Array {
  const trailing = encodeOptions(options);
  const length = block.BLOCK_FRAME_BYTES + body.length + trailing.length;
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, type, true);
  view.setUint32(4, length, true);
  bytes.set(body, block.BLOCK_HEAD_BYTES);
  bytes.set(trailing, block.BLOCK_HEAD_BYTES + body.length);
  view.setUint32(length - 4, length, true);
  return bytes;
}

function encodeOptions(options: readonly Option[]): Uint8Array {
  const parts: number[] = [];
  for (const [code, value] of options) {
    if (!value) continue;
    parts.push(code & 0xff, code >> 8, value.length & 0xff, value.length >> 8, ...value);
    while (parts.length % 4 !== 0) parts.push(0);
  }
  return parts.length === 0 ? new Uint8Array(0) : Uint8Array.from([...parts, 0, 0, 0, 0]);
}

function text(value: string | undefined): Uint8Array | undefined {
  return value === undefined ? undefined : encoder.encode(value);
}

function counter(value: bigint | undefined): Uint8Array | undefined {
  if (value === undefined) return undefined;
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, value, true);
  return bytesOf(view);
}

function bytesOf(view: DataView<ArrayBuffer>): Uint8Array {
  return new Uint8Array(view.buffer);
}
