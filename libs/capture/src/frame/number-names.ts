import type { NumberSpace } from './protocol.ts';

/** https://www.tcpdump.org/linktypes.html, those that captures are found with, decoded or not */
const LINK_TYPES: Readonly<Record<number, string>> = {
  0: 'loopback',
  1: 'Ethernet',
  3: 'AX.25',
  6: 'Token Ring',
  7: 'ARCNET',
  8: 'SLIP',
  9: 'PPP',
  10: 'FDDI',
  50: 'PPP over HDLC',
  51: 'PPPoE',
  101: 'raw IP',
  100: 'ATM',
  104: 'Cisco HDLC',
  105: 'IEEE 802.11',
  107: 'Frame Relay',
  108: 'OpenBSD loopback',
  113: 'Linux cooked',
  114: 'LocalTalk',
  117: 'OpenBSD pflog',
  119: 'Prism 802.11',
  122: 'IP over Fibre Channel',
  127: 'radiotap 802.11',
  143: 'DOCSIS',
  147: 'user 0',
  163: 'AVS 802.11',
  166: 'PPP with direction',
  187: 'Bluetooth',
  189: 'USB',
  192: 'PPI',
  195: 'IEEE 802.15.4',
  201: 'Bluetooth',
  220: 'USB',
  227: 'CAN',
  239: 'NFLOG',
  242: 'IP over InfiniBand',
  249: 'USBPcap',
  253: 'netlink',
  258: 'Apple pktap',
  276: 'Linux cooked, version 2',
};

/** https://www.iana.org/assignments/ieee-802-numbers */
const ETHERTYPES: Readonly<Record<number, string>> = {
  0x0806: 'ARP',
  0x0842: 'Wake-on-LAN',
  0x2000: 'CDP',
  0x6003: 'DECnet',
  0x8035: 'RARP',
  0x809b: 'AppleTalk',
  0x8137: 'IPX',
  0x8808: 'Ethernet flow control',
  0x8809: 'slow protocols',
  0x8863: 'PPPoE discovery',
  0x888e: 'EAPOL',
  0x8892: 'PROFINET',
  0x88a2: 'ATA over Ethernet',
  0x88cc: 'LLDP',
  0x88e5: 'MACsec',
  0x88f7: 'PTP',
  0x8906: 'FCoE',
  0x9000: 'loopback test',
};

/** https://www.iana.org/assignments/protocol-numbers */
const IP_PROTOCOLS: Readonly<Record<number, string>> = {
  2: 'IGMP',
  8: 'EGP',
  33: 'DCCP',
  46: 'RSVP',
  50: 'ESP',
  88: 'EIGRP',
  89: 'OSPF',
  94: 'IPIP',
  97: 'EtherIP',
  103: 'PIM',
  108: 'IPComp',
  112: 'VRRP',
  115: 'L2TP',
  132: 'SCTP',
  136: 'UDP-Lite',
  137: 'MPLS in IP',
  139: 'HIP',
};

/** https://www.iana.org/assignments/ppp-numbers */
const PPP_PROTOCOLS: Readonly<Record<number, string>> = {
  0x002d: 'compressed TCP/IP',
  0x002f: 'uncompressed TCP/IP',
  0x003d: 'multilink',
  0x00fd: 'compressed datagram',
  0x8021: 'IPCP',
  0x8057: 'IPV6CP',
  0x80fd: 'CCP',
  0xc021: 'LCP',
  0xc023: 'PAP',
  0xc223: 'CHAP',
};

const LLC_SERVICES: Readonly<Record<number, string>> = {
  0x00: 'null',
  0x42: 'spanning tree',
  0xe0: 'IPX',
  0xf0: 'NetBIOS',
  0xfe: 'IS-IS',
};

const NAMES: Readonly<Partial<Record<NumberSpace, Readonly<Record<number, string>>>>> = {
  'link type': LINK_TYPES,
  'IEEE 802.11 type': { 0: 'management', 1: 'control', 3: 'extension' },
  ethertype: ETHERTYPES,
  'SNAP protocol': ETHERTYPES,
  'GRE protocol': ETHERTYPES,
  'IP protocol': IP_PROTOCOLS,
  'PPP protocol': PPP_PROTOCOLS,
  'LLC service': LLC_SERVICES,
};

/** The name of a number that is not decoded here. */
export function numberName(space: NumberSpace, number: number): string | undefined {
  return NAMES[space]?.[number];
}
