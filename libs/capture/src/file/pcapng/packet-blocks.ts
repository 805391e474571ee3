import { fileUint16, fileUint32 } from '../../bytes.ts';
import { CaptureError } from '../../capture-error.ts';
import type { CaptureLimits } from '../../limits.ts';
import type { CapturedPacket } from '../captured-packet.ts';
import * as block from './block.ts';
import { walkOptions } from './block-options.ts';
import { requireBytes, type SectionInterface } from './interface-blocks.ts';

/** Bytes before the packet: interface, time in two halves, captured and original length. */
const PACKET_HEAD_BYTES = 20;
const SIMPLE_HEAD_BYTES = 4;

/**
 * The interface a packet block names; the obsolete block has 16 bits for it, with a drop count behind.
 * @throws CaptureError `ERR_CAPTURE_DAMAGED` when the block has no room for its header
 */
export function packetInterface(body: block.BlockBody, type: number): number {
  requireBytes(body, PACKET_HEAD_BYTES, 'packet');
  return type === block.PACKET
    ? fileUint16(body.bytes, body.start, body.little)
    : fileUint32(body.bytes, body.start, body.little);
}

/**
 * Fills `packet` from an enhanced packet block, or the obsolete packet block of the same layout.
 * @throws CaptureError when the packet is longer than its block or the limit
 */
export function readPacketBlock(
  body: block.BlockBody,
  { clock, description }: SectionInterface,
  packet: CapturedPacket,
  limits: CaptureLimits,
): void {
  const { bytes, start, little } = body;
  clock.set(fileUint32(bytes, start + 4, little), fileUint32(bytes, start + 8, little));
  packet.timed = true;
  packet.seconds = clock.seconds;
  packet.nanoseconds = clock.nanoseconds;
  packet.interfaceId = description.id;
  packet.linkType = description.linkType;
  packet.originalLength = fileUint32(bytes, start + 16, little);
  place(packet, body, start + PACKET_HEAD_BYTES, fileUint32(bytes, start + 12, little), limits);
  const optionsStart = packet.end + (-packet.capturedLength & 3);
  if (optionsStart < body.end) walkOptions({ ...body, start: optionsStart });
}

/**
 * Fills `packet` from a simple packet block: it has no time and belongs to the first interface.
 * @throws CaptureError when the block has no room for its header, or the packet is beyond the limit
 */
export function readSimplePacketBlock(
  body: block.BlockBody,
  { description }: SectionInterface,
  packet: CapturedPacket,
  limits: CaptureLimits,
): void {
  requireBytes(body, SIMPLE_HEAD_BYTES, 'simple packet');
  const start = body.start + SIMPLE_HEAD_BYTES;
  packet.timed = false;
  packet.seconds = 0;
  packet.nanoseconds = 0;
  packet.interfaceId = description.id;
  packet.linkType = description.linkType;
  packet.originalLength = fileUint32(body.bytes, body.start, body.little);
  const snapLength = description.snapLength || Infinity;
  const captured = Math.min(packet.originalLength, snapLength, body.end - start);
  place(packet, body, start, captured, limits);
}

function place(
  packet: CapturedPacket,
  { bytes, end }: block.BlockBody,
  start: number,
  captured: number,
  { maxPacketBytes }: CaptureLimits,
): void {
  if (captured > maxPacketBytes) {
    const message = `a packet claims ${captured} bytes; the limit is ${maxPacketBytes}`;
    throw new CaptureError('ERR_CAPTURE_LIMIT', message);
  }
  if (start + captured > end) {
    const message = `a packet claims ${captured} bytes where its block has ${end - start}`;
    throw new CaptureError('ERR_CAPTURE_DAMAGED', message);
  }
  packet.bytes = bytes;
  packet.start = start;
  packet.end = start + captured;
}
