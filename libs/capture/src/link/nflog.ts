import { fileUint16 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { decodeRawIp } from './raw-ip.ts';

const HEADER_BYTES = 4;
const ATTRIBUTE_BYTES = 4;
const PAYLOAD = 9;
/** Types of attributes are small numbers: a large one shows the other byte order. */
const LARGEST_TYPE = 0xff;

/**
 * Packets logged by Linux netfilter (LINKTYPE_NFLOG): a header, then attributes as length, type, value and
 * padding to four bytes, in the byte order of the machine that captured. One of them is the packet.
 */
export function decodeNflog(frame: Frame, from: number, layers: Layers): void {
  frame.addLayer('nflog');
  if (!frame.has(from, HEADER_BYTES + ATTRIBUTE_BYTES, 'NFLOG header cut short')) return;
  const { bytes } = frame;
  const little = fileUint16(bytes, from + HEADER_BYTES + 2, true) <= LARGEST_TYPE;
  for (let at = from + HEADER_BYTES; at + ATTRIBUTE_BYTES <= frame.end;) {
    const length = fileUint16(bytes, at, little);
    if (length < ATTRIBUTE_BYTES || at + length > frame.limit) {
      frame.fault = `NFLOG attribute of ${length} bytes`;
      return;
    }
    if ((fileUint16(bytes, at + 2, little) & 0x7fff) === PAYLOAD) {
      frame.limit = at + length;
      if (frame.end > frame.limit) frame.end = frame.limit;
      decodeRawIp(frame, at + ATTRIBUTE_BYTES, layers);
      return;
    }
    at += (length + 3) & ~3;
  }
  frame.fault = 'NFLOG without a packet';
}
