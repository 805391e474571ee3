import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { decodeIpv4 } from '../network/ipv4.ts';
import { decodeIpv6 } from '../network/ipv6.ts';
import { decodeEthernet } from './ethernet.ts';

const ENTRY_BYTES = 4;
const CONTROL_WORD_BYTES = 4;

/**
 * A stack of MPLS labels (RFC 3032). Nothing says what follows the last one, so the first four bits
 * decide as routers do (RFC 4928): an IP version, or the 0 of a pseudowire's control word.
 */
export function decodeMpls(frame: Frame, from: number, layers: Layers): void {
  let at = from;
  for (let bottom = false; !bottom; at += ENTRY_BYTES) {
    if (!layers.enter(frame)) return;
    frame.addLayer('mpls');
    if (!frame.has(at, ENTRY_BYTES + 1, 'MPLS label cut short')) return;
    bottom = (frame.bytes[at + 2]! & 1) === 1;
  }
  const version = frame.bytes[at]! >> 4;
  if (version === 4) decodeIpv4(frame, at, layers);
  else if (version === 6) decodeIpv6(frame, at, layers);
  else if (version === 0) decodeEthernet(frame, at + CONTROL_WORD_BYTES, layers);
  else frame.stopAt('MPLS payload', version);
}
