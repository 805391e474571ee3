import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { decodeIpv4 } from '../network/ipv4.ts';
import { decodeIpv6 } from '../network/ipv6.ts';

/** No link header at all: the first four bits are the IP version. */
export function decodeRawIp(frame: Frame, at: number, layers: Layers): void {
  frame.addLayer('raw');
  if (!frame.has(at, 1, 'IP header cut short')) return;
  const version = frame.bytes[at]! >> 4;
  if (version === 4) decodeIpv4(frame, at, layers);
  else if (version === 6) decodeIpv6(frame, at, layers);
  else frame.fault = `IP version ${version}`;
}
