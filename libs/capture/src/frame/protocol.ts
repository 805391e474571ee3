/** Numbers of the protocols that stand behind an IP header (https://www.iana.org/assignments/protocol-numbers). */
export const IpProtocol = Object.freeze({
  HOP_BY_HOP: 0,
  ICMP: 1,
  IPV4: 4,
  TCP: 6,
  UDP: 17,
  IPV6: 41,
  ROUTING: 43,
  FRAGMENT: 44,
  GRE: 47,
  AUTHENTICATION: 51,
  ICMPV6: 58,
  NO_NEXT_HEADER: 59,
  DESTINATION_OPTIONS: 60,
  MOBILITY: 135,
} as const);

/** Which header ended the decoding of a frame. */
export type Transport = 'none' | 'tcp' | 'udp' | 'icmp' | 'icmpv6';

/** Where a number came from that this library does not decode. */
export type NumberSpace =
  | 'link type'
  | 'IEEE 802.11 type'
  | 'FDDI frame control'
  | 'ethertype'
  | 'PPP protocol'
  | 'LLC service'
  | 'SNAP protocol'
  | 'null family'
  | 'MPLS payload'
  | 'GRE protocol'
  | 'IP protocol';
