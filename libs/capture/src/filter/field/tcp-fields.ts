import { Label } from '../../tcp/analysis/label.ts';
import type { TcpSegment } from '../../tcp/flow/tcp-segment.ts';
import type { Frame } from '../../frame/frame.ts';
import { payloadOf } from '../../frame/payload-of.ts';
import { RST } from '../../tcp/header/tcp-flags.ts';
import { advance } from '../../tcp/flow/sequence.ts';
import { BYTE, type Field, type FieldKind, type FieldValue, LONG, SHORT } from './field.ts';
import { portFields, transportField } from './ports.ts';

/** Each takes a sequence number, like a byte. */
const SYN_OR_FIN = 0x03;
/** Wireshark does not count what became of TCP Fast Open to what is unusual. */
const FAST_OPEN = Label.TFO_SYN | Label.TFO_ACK | Label.TFO_IGNORED;
const NONE: readonly number[] = [];

type Read<Value> = (segment: TcpSegment, frame: Frame) => Value | undefined;

/** A value of each TCP segment; undefined where the segment does not have it. */
function tcp(kind: FieldKind, read: Read<FieldValue>): Pick<Field, 'kind' | 'values'> {
  return {
    kind,
    values: ({ segment, frame }) => {
      const value = segment ? read(segment, frame) : undefined;
      return value === undefined ? NONE : [value];
    },
  };
}

function number(most: number, read: Read<number>): Field {
  return { ...tcp('number', read), most };
}

/** @param read nanoseconds */
function duration(read: Read<number>): Field {
  return tcp('time', (segment, frame) => {
    const nanoseconds = read(segment, frame);
    return nanoseconds === undefined ? undefined : BigInt(nanoseconds);
  });
}

const flag = (bit: number): Field => tcp('flag', ({ flags }) => ((flags & bit) === 0 ? 0 : 1));

/** Analysis fields are there only in the segments they are said of, as in Wireshark. */
const labels = Object.fromEntries(
  Object.entries(Label)
    .filter(([, bit]) => bit < Label.CAPTURE_DUPLICATE)
    .map(([name, bit]): [string, Field] => [
      `tcp.analysis.${name.toLowerCase()}`,
      tcp('mark', ({ wiresharkLabels }) => ((wiresharkLabels & bit) === 0 ? undefined : 1)),
    ]),
);

/** The fields of TCP, by their names in Wireshark. Of labels those count that Wireshark gives. */
export const TCP_FIELDS: Readonly<Record<string, Field>> = {
  tcp: transportField('tcp'),
  ...portFields('tcp'),
  'tcp.stream': number(LONG, ({ conversation }) => conversation.stream),
  'tcp.len': number(LONG, ({ payloadLength }) => payloadLength),
  'tcp.hdr_len': number(BYTE, (_, { headerLength }) => headerLength),
  'tcp.seq': number(LONG, ({ relativeSequence }) => relativeSequence),
  'tcp.seq_raw': number(LONG, ({ sequence }) => sequence),
  'tcp.ack': number(LONG, ({ relativeAcknowledgement }) => relativeAcknowledgement),
  'tcp.ack_raw': number(LONG, ({ acknowledgement }) => acknowledgement),
  'tcp.nxtseq': number(LONG, ({ relativeSequence, payloadLength, flags }) =>
    advance(relativeSequence, payloadLength + ((flags & SYN_OR_FIN) === 0 ? 0 : 1)),
  ),
  'tcp.window_size': number(LONG, ({ scaledWindow }) => scaledWindow),
  'tcp.window_size_value': number(SHORT, ({ window }) => window),
  'tcp.flags': number(SHORT, ({ flags }) => flags),
  'tcp.flags.fin': flag(0x01),
  'tcp.flags.syn': flag(0x02),
  'tcp.flags.reset': flag(0x04),
  'tcp.flags.push': flag(0x08),
  'tcp.flags.ack': flag(0x10),
  'tcp.flags.urg': flag(0x20),
  'tcp.flags.ece': flag(0x40),
  'tcp.flags.cwr': flag(0x80),
  'tcp.flags.ae': flag(0x100),
  'tcp.payload': tcp('bytes', ({ flags }, frame) => {
    const bytes = payloadOf(frame);
    // What a reset carries is its reason, not payload (RFC 9293, section 3.5.3).
    return bytes.length > 0 && (flags & RST) === 0 ? bytes : undefined;
  }),
  ...labels,
  'tcp.analysis.flags': tcp('mark', ({ wiresharkLabels }) =>
    (wiresharkLabels & ~FAST_OPEN) === 0 ? undefined : 1,
  ),
  'tcp.analysis.ack_rtt': duration(({ roundTrip }) => (roundTrip < 0 ? undefined : roundTrip)),
  'tcp.analysis.acks_frame': number(LONG, ({ acknowledgedFrame: frame }) => frame || undefined),
  'tcp.analysis.bytes_in_flight': number(LONG, ({ bytesInFlight: bytes }) =>
    bytes < 0 ? undefined : bytes,
  ),
  'tcp.analysis.duplicate_ack_num': number(LONG, ({ duplicateAck }) => duplicateAck || undefined),
  'tcp.time_relative': duration((segment, { tcpWhole }) => {
    const { firstSeconds, firstNanoseconds } = segment.conversation;
    return tcpWhole ? segment.since(firstSeconds, firstNanoseconds) : undefined;
  }),
};
