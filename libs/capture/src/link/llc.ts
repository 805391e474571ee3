import { uint16 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { decodeIpv4 } from '../network/ipv4.ts';
import { decodeEtherType } from './ether-type.ts';

const SNAP = 0xaa;
const INTERNET_PROTOCOL = 0x06;
const UNNUMBERED_INFORMATION = 0x03;
const LLC_BYTES = 3;
const SNAP_BYTES = 5;

/** A logical link control header (IEEE 802.2), mostly with SNAP (RFC 1042) in it. */
export function decodeLlc(frame: Frame, at: number, layers: Layers): void {
  frame.addLayer('llc');
  if (!frame.has(at, LLC_BYTES, 'LLC header cut short')) return;
  const { bytes } = frame;
  const service = bytes[at]!;
  const unnumbered = bytes[at + 2] === UNNUMBERED_INFORMATION;
  const start = at + LLC_BYTES;
  if (service === SNAP && bytes[at + 1] === SNAP && unnumbered) {
    decodeSnap(frame, start, layers);
  } else if (service === INTERNET_PROTOCOL && unnumbered) {
    decodeIpv4(frame, start, layers);
  } else {
    frame.stopAt('LLC service', service);
  }
}

/** With the organisation 00-00-00 (RFC 1042) or 00-00-f8 (802.1H) the protocol is an EtherType. */
function decodeSnap(frame: Frame, at: number, layers: Layers): void {
  if (!frame.has(at, SNAP_BYTES, 'SNAP header cut short')) return;
  const organisation = (uint16(frame.bytes, at) << 8) | frame.bytes[at + 2]!;
  const protocol = uint16(frame.bytes, at + 3);
  if (organisation === 0 || organisation === 0x0000f8) {
    decodeEtherType(frame, protocol, at + SNAP_BYTES, layers);
  } else {
    frame.stopAt('SNAP protocol', protocol);
  }
}
