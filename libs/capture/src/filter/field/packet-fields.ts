import type { Frame } from '../../frame/frame.ts';
import type { Field, FieldKind } from './field.ts';
import { bytesOfFrame, bytesOfSegment, payloadOf } from './packet-bytes.ts';

const NONE: readonly number[] = [];

/** A number of frames that fulfil a condition. */
function number(has: (frame: Frame) => boolean, read: (frame: Frame) => number): Field {
  return { kind: 'number', values: ({ frame }) => (has(frame) ? [read(frame)] : NONE) };
}

const always = () => true;
const is4 = ({ ipVersion }: Frame) => ipVersion === 4;
const is6 = ({ ipVersion }: Frame) => ipVersion === 6;
const isUdp = ({ transport }: Frame) => transport === 'udp';

/** Addresses of the innermost IP header: source at word 0, destination at word 4. */
function addresses(kind: 'ipv4' | 'ipv6', ...places: (0 | 4)[]): Field {
  const has = kind === 'ipv4' ? is4 : is6;
  return {
    kind,
    values: ({ frame }) =>
      has(frame) ? places.map((place) => addressBytes(frame.addresses, place, kind)) : [],
  };
}

function addressBytes(words: Uint32Array, place: number, kind: FieldKind): Uint8Array {
  const view = new DataView(new ArrayBuffer(16));
  for (let word = 0; word < 4; word += 1) view.setUint32(word * 4, words[place + word]!);
  return new Uint8Array(view.buffer, kind === 'ipv4' ? 12 : 0);
}

function layer(name: string, bytes: (frame: Frame) => Uint8Array = bytesOfFrame): Field {
  const has = (frame: Frame) => {
    const at = frame.layers.indexOf(name);
    return at >= 0 && at < frame.layerCount;
  };
  return { kind: 'protocol', values: ({ frame }) => (has(frame) ? [bytes(frame)] : []) };
}

/** The fields of frames, IP, UDP and ICMP, by their names in Wireshark. */
export const PACKET_FIELDS: Readonly<Record<string, Field>> = {
  frame: { kind: 'protocol', values: ({ frame }) => [bytesOfFrame(frame)] },
  'frame.number': number(always, (frame) => frame.number),
  'frame.len': number(always, (frame) => frame.originalLength),
  'frame.cap_len': number(always, (frame) => frame.end - frame.start),
  'frame.time_epoch': number(
    ({ timed }) => timed,
    (frame) => frame.seconds + frame.nanoseconds / 1e9,
  ),
  eth: layer('eth'),
  ip: { kind: 'protocol', values: ({ frame }) => (is4(frame) ? [bytesOfFrame(frame)] : []) },
  'ip.version': number(is4, () => 4),
  'ip.addr': addresses('ipv4', 0, 4),
  'ip.src': addresses('ipv4', 0),
  'ip.dst': addresses('ipv4', 4),
  'ip.host': addresses('ipv4', 0, 4),
  'ip.src_host': addresses('ipv4', 0),
  'ip.dst_host': addresses('ipv4', 4),
  'ip.proto': number(is4, (frame) => frame.ipProtocol),
  'ip.id': number(is4, (frame) => frame.ipId),
  'ip.ttl': number(is4, (frame) => frame.ttl),
  ipv6: { kind: 'protocol', values: ({ frame }) => (is6(frame) ? [bytesOfFrame(frame)] : []) },
  'ipv6.addr': addresses('ipv6', 0, 4),
  'ipv6.src': addresses('ipv6', 0),
  'ipv6.dst': addresses('ipv6', 4),
  'ipv6.hlim': number(is6, (frame) => frame.ttl),
  udp: { kind: 'protocol', values: ({ frame }) => (isUdp(frame) ? [bytesOfSegment(frame)] : []) },
  'udp.port': {
    kind: 'number',
    values: ({ frame }) => (isUdp(frame) ? [frame.sourcePort, frame.destinationPort] : NONE),
  },
  'udp.srcport': number(isUdp, (frame) => frame.sourcePort),
  'udp.dstport': number(isUdp, (frame) => frame.destinationPort),
  'udp.length': number(isUdp, (frame) => frame.payloadLength + 8),
  'udp.stream': {
    kind: 'number',
    values: ({ datagram }) => (datagram ? [datagram.conversation.stream] : NONE),
  },
  'udp.payload': {
    kind: 'bytes',
    values: ({ frame }) => (isUdp(frame) && frame.payloadLength > 0 ? [payloadOf(frame)] : []),
  },
  icmp: layer('icmp', bytesOfSegment),
  icmpv6: layer('icmpv6', bytesOfSegment),
  arp: {
    kind: 'protocol',
    values: ({ frame }) =>
      frame.unknownSpace === 'ethertype' && frame.unknownNumber === ARP
        ? [bytesOfFrame(frame)]
        : [],
  },
};

const ARP = 0x0806;
