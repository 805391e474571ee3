import { uint16 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { decodeEtherType, LEAST_ETHERTYPE } from './ether-type.ts';
import { decodeLlc } from './llc.ts';

const COOKED_BYTES = 16;
const COOKED_V2_BYTES = 20;
const LLC_PROTOCOL = 4;

/** The header Linux makes up for `-i any` (LINKTYPE_LINUX_SLL): the protocol is its last field. */
export function decodeLinuxCooked(frame: Frame, at: number, layers: Layers): void {
  frame.addLayer('sll');
  if (!frame.has(at, COOKED_BYTES, 'Linux cooked header cut short')) return;
  decodeProtocol(frame, uint16(frame.bytes, at + 14), at + COOKED_BYTES, layers);
}

/** Its second version (LINKTYPE_LINUX_SLL2), with the interface: the protocol is the first field. */
export function decodeLinuxCooked2(frame: Frame, at: number, layers: Layers): void {
  frame.addLayer('sll');
  if (!frame.has(at, COOKED_V2_BYTES, 'Linux cooked header cut short')) return;
  decodeProtocol(frame, uint16(frame.bytes, at), at + COOKED_V2_BYTES, layers);
}

function decodeProtocol(frame: Frame, protocol: number, at: number, layers: Layers): void {
  if (protocol >= LEAST_ETHERTYPE) decodeEtherType(frame, protocol, at, layers);
  else if (protocol === LLC_PROTOCOL) decodeLlc(frame, at, layers);
  else frame.stopAt('ethertype', protocol);
}
