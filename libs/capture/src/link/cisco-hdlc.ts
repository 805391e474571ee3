import { uint16 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { decodeEtherType } from './ether-type.ts';
import { decodePpp } from './ppp.ts';

const HEADER_BYTES = 4;
const [UNICAST, MULTICAST] = [0x0f, 0x8f];

/** Cisco HDLC (LINKTYPE_C_HDLC): address, a byte of 0, an EtherType (RFC 1547, section 4.3.1). */
export function decodeCiscoHdlc(frame: Frame, at: number, layers: Layers): void {
  frame.addLayer('chdlc');
  if (!frame.has(at, HEADER_BYTES, 'Cisco HDLC header cut short')) return;
  decodeEtherType(frame, uint16(frame.bytes, at + 2), at + HEADER_BYTES, layers);
}

/** PPP in frames of HDLC (LINKTYPE_PPP_HDLC); the address tells it from Cisco's. */
export function decodeHdlc(frame: Frame, at: number, layers: Layers): void {
  const address = at < frame.end ? frame.bytes[at] : undefined;
  if (address === UNICAST || address === MULTICAST) decodeCiscoHdlc(frame, at, layers);
  else decodePpp(frame, at, layers);
}
