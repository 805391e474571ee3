import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { decodeIpv4 } from '../network/ipv4.ts';
import { decodeIpv6 } from '../network/ipv6.ts';
import { decodeEthernet } from './ethernet.ts';
import { decodeLinuxCooked, decodeLinuxCooked2 } from './linux-cooked.ts';
import { decodeLoopback } from './null-loopback.ts';
import { decodePpp } from './ppp.ts';

type LinkDecoder = (frame: Frame, at: number, layers: Layers) => void;

/** The link types that are decoded (https://www.tcpdump.org/linktypes.html). */
const DECODERS: ReadonlyMap<number, LinkDecoder> = new Map<number, LinkDecoder>([
  [0, decodeLoopback],
  [1, decodeEthernet],
  [9, decodePpp],
  [12, decodeRawIp],
  [14, decodeRawIp],
  [101, decodeRawIp],
  [108, decodeLoopback],
  [113, decodeLinuxCooked],
  [228, decodeIpv4],
  [229, decodeIpv6],
  [276, decodeLinuxCooked2],
]);

/** Decodes a packet from its outermost header. */
export function decodeLink(frame: Frame, layers: Layers): void {
  const decode = DECODERS.get(frame.linkType);
  if (decode) decode(frame, frame.start, layers);
  else frame.stopAt('link type', frame.linkType);
}

/** No link header at all: the first four bits are the IP version. */
function decodeRawIp(frame: Frame, at: number, layers: Layers): void {
  frame.addLayer('raw');
  if (!frame.has(at, 1, 'IP header cut short')) return;
  const version = frame.bytes[at]! >> 4;
  if (version === 4) decodeIpv4(frame, at, layers);
  else if (version === 6) decodeIpv6(frame, at, layers);
  else frame.fault = `IP version ${version}`;
}
