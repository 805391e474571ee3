import type { Frame } from '../../frame/frame.ts';
import { type Field, LONG } from './field.ts';
import { bytesOfFrame, bytesOfSegment } from './packet-bytes.ts';

function number(read: (frame: Frame) => number): Field {
  return { kind: 'number', most: LONG, values: ({ frame }) => [read(frame)] };
}

function layer(name: string, bytes: (frame: Frame) => Uint8Array = bytesOfFrame): Field {
  const has = (frame: Frame) => {
    const at = frame.layers.indexOf(name);
    return at >= 0 && at < frame.layerCount;
  };
  return { kind: 'protocol', values: ({ frame }) => (has(frame) ? [bytes(frame)] : []) };
}

/** The fields of frames, ICMP and ARP, by their names in Wireshark. */
export const PACKET_FIELDS: Readonly<Record<string, Field>> = {
  frame: { kind: 'protocol', values: ({ frame }) => [bytesOfFrame(frame)] },
  'frame.number': number((frame) => frame.number),
  'frame.len': number((frame) => frame.originalLength),
  'frame.cap_len': number((frame) => frame.capturedEnd - frame.start),
  'frame.time_epoch': {
    kind: 'time',
    values: ({ frame }) =>
      frame.timed ? [BigInt(frame.seconds) * 1_000_000_000n + BigInt(frame.nanoseconds)] : [],
  },
  eth: layer('eth'),
  icmp: layer('icmp', bytesOfSegment),
  icmpv6: layer('icmpv6', bytesOfSegment),
  arp: {
    kind: 'protocol',
    values: ({ frame }) =>
      frame.unknownSpace === 'ethertype' && ARP.has(frame.unknownNumber)
        ? [bytesOfFrame(frame)]
        : [],
  },
};

/** ARP and reverse ARP. */
const ARP: ReadonlySet<number> = new Set([0x0806, 0x8035]);
