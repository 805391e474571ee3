import { Label } from '../../tcp/analysis/label.ts';
import type { TcpSegment } from '../../tcp/flow/tcp-segment.ts';
import type { Frame } from '../../frame/frame.ts';
import { advance } from '../../tcp/flow/sequence.ts';
import type { Field } from './field.ts';
import { bytesOfSegment, payloadOf } from './packet-bytes.ts';

/** Each takes a sequence number, like a byte. */
const SYN_OR_FIN = 0x03;
const NONE: readonly number[] = [];

/** A number of each TCP segment; undefined where the segment does not have it. */
function tcp(read: (segment: TcpSegment, frame: Frame) => number | undefined): Field {
  return {
    kind: 'number',
    values: ({ segment, frame }) => {
      const value = segment ? read(segment, frame) : undefined;
      return value === undefined ? NONE : [value];
    },
  };
}

const flag = (bit: number): Field => tcp(({ flags }) => ((flags & bit) === 0 ? 0 : 1));
const isTcp = ({ transport }: Frame) => transport === 'tcp';

/** Analysis fields are there only in the segments they are said of, as in Wireshark. */
const labels = Object.fromEntries(
  Object.entries(Label)
    .filter(([, bit]) => bit < Label.CAPTURE_DUPLICATE)
    .map(([name, bit]): [string, Field] => [
      `tcp.analysis.${name.toLowerCase()}`,
      tcp(({ wiresharkLabels }) => ((wiresharkLabels & bit) === 0 ? undefined : 1)),
    ]),
);

/** The fields of TCP, by their names in Wireshark. Of labels those count that Wireshark gives. */
export const TCP_FIELDS: Readonly<Record<string, Field>> = {
  tcp: {
    kind: 'protocol',
    values: ({ frame }) => (isTcp(frame) ? [bytesOfSegment(frame)] : []),
  },
  'tcp.port': {
    kind: 'number',
    values: ({ frame }) => (isTcp(frame) ? [frame.sourcePort, frame.destinationPort] : NONE),
  },
  'tcp.srcport': tcp((_, frame) => frame.sourcePort),
  'tcp.dstport': tcp((_, frame) => frame.destinationPort),
  'tcp.stream': tcp(({ conversation }) => conversation.stream),
  'tcp.len': tcp(({ payloadLength }) => payloadLength),
  'tcp.hdr_len': tcp((_, { headerLength }) => headerLength),
  'tcp.seq': tcp(({ relativeSequence }) => relativeSequence),
  'tcp.seq_raw': tcp(({ sequence }) => sequence),
  'tcp.ack': tcp(({ relativeAcknowledgement }) => relativeAcknowledgement),
  'tcp.ack_raw': tcp(({ acknowledgement }) => acknowledgement),
  'tcp.nxtseq': tcp(({ relativeSequence, payloadLength, flags }) =>
    advance(relativeSequence, payloadLength + ((flags & SYN_OR_FIN) === 0 ? 0 : 1)),
  ),
  'tcp.window_size': tcp(({ scaledWindow }) => scaledWindow),
  'tcp.window_size_value': tcp(({ window }) => window),
  'tcp.flags': tcp(({ flags }) => flags),
  'tcp.flags.fin': flag(0x01),
  'tcp.flags.syn': flag(0x02),
  'tcp.flags.reset': flag(0x04),
  'tcp.flags.push': flag(0x08),
  'tcp.flags.ack': flag(0x10),
  'tcp.flags.urg': flag(0x20),
  'tcp.flags.ece': flag(0x40),
  'tcp.flags.cwr': flag(0x80),
  'tcp.flags.ae': flag(0x100),
  'tcp.payload': {
    kind: 'bytes',
    values: ({ frame }) => (isTcp(frame) && frame.payloadLength > 0 ? [payloadOf(frame)] : []),
  },
  ...labels,
  'tcp.analysis.flags': tcp(({ wiresharkLabels }) => (wiresharkLabels === 0 ? undefined : 1)),
  'tcp.analysis.ack_rtt': tcp(({ roundTrip }) => (roundTrip < 0 ? undefined : roundTrip / 1e9)),
  'tcp.analysis.acks_frame': tcp(({ acknowledgedFrame: frame }) => frame || undefined),
  'tcp.analysis.bytes_in_flight': tcp(({ bytesInFlight: bytes }) =>
    bytes < 0 ? undefined : bytes,
  ),
  'tcp.analysis.duplicate_ack_num': tcp(({ duplicateAck }) => duplicateAck || undefined),
  'tcp.time_relative': tcp((segment) => {
    const { firstSeconds, firstNanoseconds } = segment.conversation;
    return segment.since(firstSeconds, firstNanoseconds) / 1e9;
  }),
};
