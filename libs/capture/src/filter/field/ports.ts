import type { Frame } from '../../frame/frame.ts';
import { IpProtocol } from '../../frame/protocol.ts';
import { readIcmp } from '../../network/icmp.ts';
import { type Field, SHORT } from './field.ts';
import { ipHeaders } from './ip-headers.ts';
import { bytesOfSegment } from './packet-bytes.ts';

const PROTOCOLS = { tcp: IpProtocol.TCP, udp: IpProtocol.UDP } as const;

/** Source and destination port of a frame, and those of the packet which an ICMP error quotes. */
function portsOf(frame: Frame, transport: 'tcp' | 'udp'): readonly (readonly [number, number])[] {
  if (frame.transport === transport) return [[frame.sourcePort, frame.destinationPort]];
  const quoted = readIcmp(frame)?.quoted;
  const { sourcePort, destinationPort } = quoted ?? {};
  if (quoted?.protocol !== PROTOCOLS[transport]) return [];
  return sourcePort === undefined || destinationPort === undefined
    ? []
    : [[sourcePort, destinationPort]];
}

/** The transport itself: whether it is there, and its bytes. */
export function transportField(transport: 'tcp' | 'udp'): Field {
  return {
    kind: 'protocol',
    values: ({ frame }) =>
      portsOf(frame, transport).length > 0 ? [bytesOf(frame, transport)] : [],
  };
}

function bytesOf(frame: Frame, transport: 'tcp' | 'udp'): Uint8Array {
  if (frame.transport === transport) return bytesOfSegment(frame);
  const { version, bytes, at, end } = ipHeaders(frame).at(-1)!;
  return bytes.subarray(at + (version === 4 ? (bytes[at]! & 15) * 4 : 40), end);
}

/** The fields `….port`, `….srcport` and `….dstport` of a transport. */
export function portFields(transport: 'tcp' | 'udp'): Readonly<Record<string, Field>> {
  const field = (read: (ports: readonly [number, number]) => readonly number[]): Field => ({
    kind: 'number',
    most: SHORT,
    values: ({ frame }) => portsOf(frame, transport).flatMap(read),
  });
  return {
    [`${transport}.port`]: field((ports) => ports),
    [`${transport}.srcport`]: field(([source]) => [source]),
    [`${transport}.dstport`]: field(([, destination]) => [destination]),
  };
}
