import { fileUint16, fileUint32 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { decodeIpv4 } from '../network/ipv4.ts';
import { decodeIpv6 } from '../network/ipv6.ts';
import { decodeCiscoHdlc, decodeHdlc } from './cisco-hdlc.ts';
import { decodeEthernet } from './ethernet.ts';
import { decodeFddi } from './fddi.ts';
import { decodeLinuxCooked, decodeLinuxCooked2 } from './linux-cooked.ts';
import { decodeLoopback } from './null-loopback.ts';
import { decodeNflog } from './nflog.ts';
import { decodePpp } from './ppp.ts';
import { decodeRawIp } from './raw-ip.ts';
import { decodePrism, decodeRadiotap, decodeWireless } from './wireless.ts';

type LinkDecoder = (frame: Frame, at: number, layers: Layers) => void;

/** The link types that are decoded (https://www.tcpdump.org/linktypes.html). */
const DECODERS: ReadonlyMap<number, LinkDecoder> = new Map<number, LinkDecoder>([
  [0, decodeLoopback],
  [1, decodeEthernet],
  [9, decodePpp],
  [10, decodeFddi],
  [12, decodeRawIp],
  [14, decodeRawIp],
  [50, decodeHdlc],
  [101, decodeRawIp],
  [104, decodeCiscoHdlc],
  [105, decodeWireless],
  [108, decodeLoopback],
  [113, decodeLinuxCooked],
  [119, decodePrism],
  [127, decodeRadiotap],
  [163, decodePrism],
  [192, decodePacketInformation],
  [228, decodeIpv4],
  [229, decodeIpv6],
  [239, decodeNflog],
  [276, decodeLinuxCooked2],
]);

/** Decodes a packet from its outermost header. */
export function decodeLink(frame: Frame, layers: Layers): void {
  decodeLinkType(frame, frame.linkType, frame.start, layers);
}

function decodeLinkType(frame: Frame, linkType: number, at: number, layers: Layers): void {
  const decode = DECODERS.get(linkType);
  if (decode) decode(frame, at, layers);
  else frame.stopAt('link type', linkType);
}

const INFORMATION_BYTES = 8;

/** Per-packet information (LINKTYPE_PPI): its length and the link type behind it, little-endian. */
function decodePacketInformation(frame: Frame, at: number, layers: Layers): void {
  if (!layers.enter(frame)) return;
  frame.addLayer('ppi');
  if (!frame.has(at, INFORMATION_BYTES, 'PPI header cut short')) return;
  const length = fileUint16(frame.bytes, at + 2, true);
  if (length < INFORMATION_BYTES) frame.fault = `PPI header of ${length} bytes`;
  else decodeLinkType(frame, fileUint32(frame.bytes, at + 4, true), at + length, layers);
}
