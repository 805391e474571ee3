import { uint16 } from '../bytes.ts';
import type { CaptureLimits } from '../limits.ts';
import { FragmentReassembler, type FragmentPlace } from '../network/fragments.ts';
import { decodeIpv4 } from '../network/ipv4.ts';
import { decodeIpv6 } from '../network/ipv6.ts';
import { decodeTcpHeader } from '../tcp/header/tcp-header.ts';
import { decodeUdpHeader } from '../udp/udp-header.ts';
import { decodeEtherType } from '../link/ether-type.ts';
import type { Frame } from './frame.ts';
import { IpProtocol } from './protocol.ts';

/** What the decoders of the layers need of one another: the way on to the next header. */
export class Layers {
  readonly #limits: CaptureLimits;
  readonly #fragments: FragmentReassembler;

  constructor(limits: CaptureLimits) {
    this.#limits = limits;
    this.#fragments = new FragmentReassembler(limits);
  }

  /** Whether one header more may be opened; a hostile packet nests them without end. */
  enter(frame: Frame): boolean {
    if (frame.layerCount < this.#limits.maxLayers) return true;
    frame.fault = `more than ${this.#limits.maxLayers} headers in one another`;
    return false;
  }

  /** What stands behind an IP header, by its protocol number. */
  decodeIpPayload(frame: Frame, protocol: number, at: number): void {
    if (!this.enter(frame)) return;
    frame.segment = frame.bytes;
    frame.segmentStart = at;
    frame.segmentEnd = frame.end;
    frame.segmentLimit = frame.limit;
    this.#decodeTransport(frame, protocol, at);
  }

  /** A part of a datagram; decoded with the part that completes it. */
  decodeFragment(frame: Frame, at: number, place: FragmentPlace): void {
    const cut = frame.limit > frame.end;
    const whole = cut ? undefined : this.#fragments.add(frame, at, place);
    if (whole) {
      this.#decodeReassembled(frame, whole, place.protocol);
      return;
    }
    frame.fragment = true;
    // Cut by the snap length it can never be joined; the first part at least shows its header.
    if (cut && place.offset === 0) this.decodeIpPayload(frame, place.protocol, at);
  }

  #decodeReassembled(frame: Frame, whole: Uint8Array, protocol: number): void {
    const { bytes, start, end, limit } = frame;
    frame.reassembled = true;
    frame.bytes = whole;
    frame.start = 0;
    frame.end = whole.length;
    frame.limit = whole.length;
    this.decodeIpPayload(frame, protocol, 0);
    frame.bytes = bytes;
    frame.start = start;
    frame.end = end;
    frame.limit = limit;
  }

  #decodeTransport(frame: Frame, protocol: number, at: number): void {
    switch (protocol) {
      case IpProtocol.TCP:
        decodeTcpHeader(frame);
        return;
      case IpProtocol.UDP:
        decodeUdpHeader(frame);
        return;
      case IpProtocol.ICMP:
      case IpProtocol.ICMPV6:
        frame.transport = protocol === IpProtocol.ICMP ? 'icmp' : 'icmpv6';
        frame.addLayer(frame.transport);
        frame.payloadStart = at;
        frame.payloadLength = Math.max(0, frame.limit - at);
        return;
      case IpProtocol.IPV4:
        decodeIpv4(frame, at, this);
        return;
      case IpProtocol.IPV6:
        decodeIpv6(frame, at, this);
        return;
      case IpProtocol.GRE:
        this.#decodeGre(frame, at);
        return;
      case IpProtocol.AUTHENTICATION:
        this.#decodeAuthentication(frame, at);
        return;
      case IpProtocol.NO_NEXT_HEADER:
        return;
      default:
        frame.stopAt('IP protocol', protocol);
    }
  }

  /** Generic routing encapsulation (RFC 2784, RFC 2890), version 0. */
  #decodeGre(frame: Frame, at: number): void {
    frame.addLayer('gre');
    if (!frame.has(at, 4, 'GRE header cut short')) return;
    const flags = uint16(frame.bytes, at);
    const type = uint16(frame.bytes, at + 2);
    if ((flags & 7) !== 0) {
      frame.stopAt('GRE protocol', type);
      return;
    }
    const words = 1 + Number((flags & 0xc000) !== 0) + ((flags >> 13) & 1) + ((flags >> 12) & 1);
    decodeEtherType(frame, type, at + words * 4, this);
  }

  /** An authentication header (RFC 4302) behind IPv4. */
  #decodeAuthentication(frame: Frame, at: number): void {
    frame.addLayer('ah');
    if (!frame.has(at, 12, 'authentication header cut short')) return;
    const length = (frame.bytes[at + 1]! + 2) * 4;
    frame.ipProtocol = frame.bytes[at]!;
    this.decodeIpPayload(frame, frame.ipProtocol, at + length);
  }
}
