import { uint16 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { decodeEtherType, LEAST_ETHERTYPE } from './ether-type.ts';
import { decodeLlc } from './llc.ts';

const HEADER_BYTES = 14;

/** An Ethernet header: two addresses, then a type, or a length with LLC behind it (IEEE 802.3). */
export function decodeEthernet(frame: Frame, at: number, layers: Layers): void {
  frame.addLayer('eth');
  if (!frame.has(at, HEADER_BYTES, 'Ethernet header cut short')) return;
  const type = uint16(frame.bytes, at + 12);
  const start = at + HEADER_BYTES;
  if (type >= LEAST_ETHERTYPE) {
    decodeEtherType(frame, type, start, layers);
    return;
  }
  if (start + type < frame.limit) frame.limit = start + type;
  if (frame.end > frame.limit) frame.end = frame.limit;
  decodeLlc(frame, start, layers);
}
