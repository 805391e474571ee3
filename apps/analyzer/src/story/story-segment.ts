import {
  type ChecksumVerdict,
  checkTransport,
  type Frame,
  labelNames,
  payloadOf,
  SYN,
  type TcpOptions,
  type TcpSegment,
  type TcpState,
} from '@praktikum/capture';

/**
 * Bytes of payload that are kept of one segment, to show how its text begins.
 * @unit bytes
 * @against a story that holds the whole capture
 * @provenBy ./read-story.spec.ts: keeps the beginning of what was said
 */
export const KEPT_PAYLOAD_BYTES = 256;

/** The options of a SYN; -1 where one was not offered. */
export interface OfferedOptions {
  readonly maximumSegmentSize: number;
  readonly windowScale: number;
  readonly sackPermitted: boolean;
  readonly timestamps: boolean;
}

/** What is kept of one segment. Times are nanoseconds. */
export interface StorySegment {
  readonly frame: number;
  /** Since the connection's first segment. */
  readonly at: number;
  readonly fromClient: boolean;
  readonly flags: number;
  /** Relative numbers, as Wireshark shows them; `raw` ones stand in the header. */
  readonly sequence: number;
  readonly acknowledgement: number;
  readonly rawSequence: number;
  readonly rawAcknowledgement: number;
  readonly length: number;
  /** Window in bytes, its scale applied where it is known. */
  readonly window: number;
  readonly labels: readonly string[];
  readonly wiresharkLabels: readonly string[];
  /** Of an acknowledgement: the frame it ends exactly at and the time since; 0 and -1 when none. */
  readonly acknowledgedFrame: number;
  readonly roundTrip: number;
  /** -1 when not known. */
  readonly bytesInFlight: number;
  readonly duplicateAckFrame: number;
  /** Of a duplicate ACK: the frame that it answers, 0 when none is known; whether more had been sent. */
  readonly answeredFrame: number;
  readonly sentBeyond: boolean;
  /** Of a segment that stands behind its ACK: that frame; 0 otherwise. */
  readonly acknowledgedBy: number;
  readonly urgentPointer: number;
  readonly originalFrame: number;
  readonly originalCaptured: boolean;
  /** States of client and server after it. */
  readonly states: readonly [client: TcpState, server: TcpState];
  readonly checksum: ChecksumVerdict;
  readonly options: OfferedOptions | undefined;
  readonly selectiveAcks: number;
  /** The first {@link KEPT_PAYLOAD_BYTES} of the payload. */
  readonly payload: Uint8Array;
  /** What was captured of the IP header with its extensions, and of the TCP header. */
  readonly ipHeader: Uint8Array;
  readonly tcpHeader: Uint8Array;
}

/** A packet that passed, whatever its protocol. */
export type PassedPacket = Pick<StorySegment, 'frame' | 'at' | 'fromClient' | 'length' | 'payload'>;

/** Copies what a story needs out of the tracker's records. */
export function storySegment(
  segment: TcpSegment,
  frame: Frame,
  options: TcpOptions,
): Omit<StorySegment, 'fromClient' | 'states'> & Pick<TcpSegment, 'direction'> {
  const { conversation } = segment;
  return {
    frame: segment.frame,
    at: segment.since(conversation.firstSeconds, conversation.firstNanoseconds),
    direction: segment.direction,
    flags: segment.flags,
    sequence: segment.relativeSequence,
    acknowledgement: segment.relativeAcknowledgement,
    rawSequence: segment.sequence,
    rawAcknowledgement: segment.acknowledgement,
    length: segment.payloadLength,
    window: segment.scaledWindow,
    labels: labelNames(segment.labels),
    wiresharkLabels: labelNames(segment.wiresharkLabels),
    acknowledgedFrame: segment.acknowledgedFrame,
    roundTrip: segment.roundTrip,
    bytesInFlight: segment.bytesInFlight,
    duplicateAckFrame: segment.duplicateAckFrame,
    answeredFrame: segment.answeredFrame,
    sentBeyond: segment.sentBeyond,
    acknowledgedBy: segment.acknowledgedBy,
    urgentPointer: segment.urgentPointer,
    originalFrame: segment.originalFrame,
    originalCaptured: segment.originalCaptured,
    checksum: checkTransport(frame),
    options: (segment.flags & SYN) === 0 ? undefined : offered(options),
    selectiveAcks: options.sackBlocks,
    payload: payloadStart(frame),
    ipHeader: ipHeader(frame),
    tcpHeader: frame.segment.slice(
      frame.segmentStart,
      Math.min(frame.payloadStart, frame.segmentEnd),
    ),
  };
}

function offered(options: TcpOptions): OfferedOptions {
  return {
    maximumSegmentSize: options.maximumSegmentSize,
    windowScale: options.windowScale,
    sackPermitted: options.sackPermitted,
    timestamps: options.timestamp >= 0,
  };
}

/** A copy of the first {@link KEPT_PAYLOAD_BYTES} that a frame carries. */
export function payloadStart(frame: Frame): Uint8Array {
  return payloadOf(frame).slice(0, KEPT_PAYLOAD_BYTES);
}

/** Fixed part of an IPv6 header, and the longest IPv4 header. */
const [IPV6_HEADER_BYTES, MOST_IPV4_HEADER_BYTES] = [40, 60];
/**
 * Of an IP header with its extensions no more than this is kept.
 * @unit bytes
 * @against IPv6 extension headers that fill the memory
 * @provenBy ./story-segment.spec.ts: keeps so much of an IP header with its extensions (%i bytes of them)
 */
const MOST_IP_BYTES = 256;

/** A copy of a frame's IP header with its extensions, as far as it is kept. */
export function ipHeader({
  bytes,
  ipStart,
  ipVersion,
  segment,
  segmentStart,
  end,
}: Frame): Uint8Array {
  const fixed =
    ipVersion === 6
      ? IPV6_HEADER_BYTES
      : Math.min((bytes[ipStart]! & 0x0f) * 4, MOST_IPV4_HEADER_BYTES);
  // Behind a reassembled datagram the segment lies in a buffer of its own.
  const whole = segment === bytes ? segmentStart - ipStart : fixed;
  return bytes.slice(ipStart, Math.min(ipStart + Math.min(whole, MOST_IP_BYTES), end));
}
