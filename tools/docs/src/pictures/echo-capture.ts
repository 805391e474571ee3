import { encodeInterface, encodePacket, encodeSectionHeader } from '@praktikum/capture';
import {
  ethernetBytes,
  ipv4Bytes,
  type SegmentFacts,
  tcpBytes,
} from '@praktikum/capture/build-frame';
import { DEFAULT_MESSAGE, DEFAULT_PORT, REPLY_PREFIX } from '@praktikum/protocol';

const [FIN, SYN, PSH, ACK] = [0x01, 0x02, 0x08, 0x10];
const [ETHERNET, IPV4, DONT_FRAGMENT] = [1, 0x0800, 0x4000];
/** 1 January 2026, 08:00 in Jakarta. */
const BEGINNING_SECONDS = 1_767_229_200;
/** MSS 1460, SACK permitted, window scale 7. */
const SYN_OPTIONS = [2, 4, 5, 180, 4, 2, 1, 3, 3, 7, 1, 1];

const CLIENT = { address: [192, 168, 1, 20], port: 53_422, isn: 0x1a2b_3c40, ipId: 0x5d10 };
const SERVER = { address: [192, 168, 1, 7], port: DEFAULT_PORT, isn: 0x8c71_0e05, ipId: 0x2f40 };

/** One segment: when it passed, and what it says. */
interface Line {
  readonly micros: number;
  readonly from: 'client' | 'server';
  readonly flags: number;
  readonly text?: string;
}

/** The conversation of the guide with its threaded server, from handshake to close. */
const CONVERSATION: readonly Line[] = [
  { micros: 0, from: 'client', flags: SYN },
  { micros: 412, from: 'server', flags: SYN | ACK },
  { micros: 455, from: 'client', flags: ACK },
  { micros: 1_180, from: 'client', flags: PSH | ACK, text: DEFAULT_MESSAGE },
  { micros: 1_574, from: 'server', flags: ACK },
  { micros: 2_236, from: 'server', flags: PSH | ACK, text: `${REPLY_PREFIX}${DEFAULT_MESSAGE}` },
  { micros: 2_281, from: 'client', flags: ACK },
  { micros: 3_047, from: 'client', flags: FIN | ACK },
  { micros: 3_655, from: 'server', flags: FIN | ACK },
  { micros: 3_699, from: 'client', flags: ACK },
];

/** The conversation as a pcapng file, every byte the same on every machine. */
export function echoCapture(): Uint8Array {
  const next = { client: CLIENT.isn, server: SERVER.isn };
  const packets = CONVERSATION.map((line, index) => {
    const [own, other] = line.from === 'client' ? [CLIENT, SERVER] : [SERVER, CLIENT];
    const isSyn = (line.flags & SYN) !== 0;
    const payload = [...Buffer.from(line.text ?? '')];
    const segment: SegmentFacts = {
      source: own.address,
      destination: other.address,
      sourcePort: own.port,
      destinationPort: other.port,
      sequence: next[line.from],
      acknowledgement: (line.flags & ACK) === 0 ? 0 : next[opposite(line.from)],
      flags: line.flags,
      window: isSyn ? 64_240 : 502,
      options: isSyn ? SYN_OPTIONS : [],
      payload,
    };
    next[line.from] += payload.length + ((line.flags & (SYN | FIN)) === 0 ? 0 : 1);
    const ipId = own.ipId + index;
    const packet = { ...segment, ipId, fragmentField: DONT_FRAGMENT, options: [] };
    return encodePacket({
      seconds: BEGINNING_SECONDS,
      nanoseconds: line.micros * 1000,
      data: Uint8Array.from(ethernetBytes(IPV4, ipv4Bytes(packet, tcpBytes(segment)))),
    });
  });
  const head = [encodeSectionHeader(), encodeInterface({ linkType: ETHERNET })];
  return Buffer.concat([...head, ...packets]);
}

function opposite(end: Line['from']): Line['from'] {
  return end === 'client' ? 'server' : 'client';
}
