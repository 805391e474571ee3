import { uint16 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { decodeIpv4 } from '../network/ipv4.ts';
import { decodeIpv6 } from '../network/ipv6.ts';
import { decodeEthernet } from './ethernet.ts';
import { decodeLlc } from './llc.ts';
import { decodeMpls } from './mpls.ts';
import { decodePpp } from './ppp.ts';

/** Smaller numbers in the place of a type are lengths (IEEE 802.3, clause 3.2.6). */
export const LEAST_ETHERTYPE = 0x0600;

const VLAN_TAG_BYTES = 4;
const PPPOE_HEADER_BYTES = 6;

/** What a frame carries by its EtherType (https://www.iana.org/assignments/ieee-802-numbers). */
export function decodeEtherType(frame: Frame, type: number, at: number, layers: Layers): void {
  if (!layers.enter(frame)) return;
  switch (type) {
    case 0x0800:
      decodeIpv4(frame, at, layers);
      return;
    case 0x86dd:
      decodeIpv6(frame, at, layers);
      return;
    case 0x8100: // customer tag
    case 0x88a8: // service tag
    case 0x9100: // stacked tags before IEEE 802.1ad
    case 0x9200:
    case 0x9300:
      decodeVlan(frame, at, layers);
      return;
    case 0x8847:
    case 0x8848:
      decodeMpls(frame, at, layers);
      return;
    case 0x8864:
      decodePppoe(frame, at, layers);
      return;
    case 0x880b:
      decodePpp(frame, at, layers);
      return;
    case 0x6558: // transparent Ethernet bridging, in GRE
      decodeEthernet(frame, at, layers);
      return;
    default:
      frame.stopAt('ethertype', type);
  }
}

/** A VLAN tag (IEEE 802.1Q, clause 9.6); tags may stand in one another. */
function decodeVlan(frame: Frame, at: number, layers: Layers): void {
  frame.addLayer('vlan');
  if (!frame.has(at, VLAN_TAG_BYTES, 'VLAN tag cut short')) return;
  frame.vlans[frame.vlanCount++] = uint16(frame.bytes, at) & 0x0fff;
  const type = uint16(frame.bytes, at + 2);
  const start = at + VLAN_TAG_BYTES;
  if (type >= LEAST_ETHERTYPE) decodeEtherType(frame, type, start, layers);
  else decodeLlc(frame, start, layers);
}

/** PPP over Ethernet, session stage (RFC 2516, section 4). */
function decodePppoe(frame: Frame, at: number, layers: Layers): void {
  frame.addLayer('pppoes');
  if (!frame.has(at, PPPOE_HEADER_BYTES, 'PPPoE header cut short')) return;
  const start = at + PPPOE_HEADER_BYTES;
  const length = uint16(frame.bytes, at + 4);
  if (start + length < frame.limit) frame.limit = start + length;
  if (frame.end > frame.limit) frame.end = frame.limit;
  decodePpp(frame, start, layers);
}
