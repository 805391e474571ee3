import { fileUint32 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { decodeIpv4 } from '../network/ipv4.ts';
import { decodeIpv6 } from '../network/ipv6.ts';
import { decodeEtherType, LEAST_ETHERTYPE } from './ether-type.ts';

const HEADER_BYTES = 4;

/**
 * The loopback header of BSD and macOS (LINKTYPE_NULL), and of OpenBSD (LINKTYPE_LOOP): the number of
 * an address family, in the byte order of the machine that captured or in network order.
 */
export function decodeLoopback(frame: Frame, at: number, layers: Layers): void {
  frame.addLayer('null');
  if (!frame.has(at, HEADER_BYTES, 'loopback header cut short')) return;
  const bigEndian = fileUint32(frame.bytes, at, false);
  // A family is a small number: the half that is 0 shows the order.
  const family = bigEndian > 0xffff ? fileUint32(frame.bytes, at, true) : bigEndian;
  const start = at + HEADER_BYTES;
  switch (family) {
    case 2: // AF_INET everywhere
      decodeIpv4(frame, start, layers);
      return;
    case 10: // AF_INET6 of Linux
    case 23: // Windows
    case 24: // NetBSD, OpenBSD
    case 28: // FreeBSD
    case 30: // macOS
      decodeIpv6(frame, start, layers);
      return;
    default:
      if (family >= LEAST_ETHERTYPE && family <= 0xffff) {
        decodeEtherType(frame, family, start, layers);
      } else frame.stopAt('null family', family);
  }
}
