import { uint16 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { decodeIpv4 } from '../network/ipv4.ts';
import { decodeIpv6 } from '../network/ipv6.ts';
import { decodeMpls } from './mpls.ts';

/** PPP (RFC 1661), with or without the address and control bytes `ff 03` of RFC 1662. */
export function decodePpp(frame: Frame, from: number, layers: Layers): void {
  const { bytes } = frame;
  frame.addLayer('ppp');
  if (!frame.has(from, 2, 'PPP header cut short')) return;
  const at = bytes[from] === 0xff && bytes[from + 1] === 0x03 ? from + 2 : from;
  if (!frame.has(at, 2, 'PPP header cut short')) return;
  // The last byte of a protocol number is odd, the one before it even: a leading 0 may be left out.
  const compressed = (bytes[at]! & 1) === 1;
  const protocol = compressed ? bytes[at]! : uint16(bytes, at);
  const start = at + (compressed ? 1 : 2);
  switch (protocol) {
    case 0x0021:
      decodeIpv4(frame, start, layers);
      return;
    case 0x0057:
      decodeIpv6(frame, start, layers);
      return;
    case 0x0281:
    case 0x0283:
      decodeMpls(frame, start, layers);
      return;
    default:
      frame.stopAt('PPP protocol', protocol);
  }
}
