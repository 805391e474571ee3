import { uint16 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import { captureLimits, type CaptureLimits } from '../limits.ts';
import { correctedLabels, mayMislead } from './analysis/corrected-labels.ts';
import { RecentPackets } from './analysis/recent-packets.ts';
import { analyseSegment } from './analysis/segment-analysis.ts';
import { readSegmentOptions } from './analysis/segment-options.ts';
import { Label } from './analysis/label.ts';
import { isAfter, isAtOrAfter } from './flow/sequence.ts';
import { TcpSegment } from './flow/tcp-segment.ts';
import { completenessOf } from './conversation/completeness.ts';
import { EndpointTable } from '../network/endpoint-table.ts';
import { TcpConversation } from './conversation/tcp-conversation.ts';
import { ACK, SYN, URG } from './header/tcp-flags.ts';
import { TcpOptions } from './header/tcp-options.ts';

/** Follows the TCP connections of a capture, frame by frame. */
export class TcpTracker {
  /** All connections, by their stream number. */
  readonly conversations: TcpConversation[] = [];
  /** Segments of connections beyond the limit. */
  notFollowed = 0;

  readonly #limits: CaptureLimits;
  readonly #table = new EndpointTable();
  /** The latest connection of each pair of endpoints. */
  readonly #latest: TcpConversation[] = [];
  readonly #segment = new TcpSegment();
  readonly #options = new TcpOptions();
  readonly #recent = new RecentPackets();

  constructor(limits: Partial<CaptureLimits> = {}) {
    this.#limits = captureLimits(limits);
  }

  /** The options of the segment last observed. */
  get options(): TcpOptions {
    return this.#options;
  }

  /**
   * Takes a frame and says what it is in its connection; undefined when it is no TCP, or beyond the
   * limit of connections. The record is the same object each time.
   */
  observe(frame: Frame): TcpSegment | undefined {
    if (frame.transport !== 'tcp') return undefined;
    const segment = this.#segment;
    segment.reset();
    const conversation = this.#find(frame) ?? this.#begin(frame, undefined);
    if (!conversation) {
      this.notFollowed += 1;
      return undefined;
    }
    this.#fill(segment, frame, conversation);
    if ((frame.flags & SYN) !== 0) this.#handleSyn(segment, frame);
    this.#count(segment, frame);
    rebase(segment);
    readSegmentOptions(segment, frame, this.#options);
    segment.conversation.lifecycle.observe(segment);
    if (frame.tcpWhole) this.#analyse(segment, frame);
    this.#note(segment);
    return segment;
  }

  #find(frame: Frame): TcpConversation | undefined {
    const entry = this.#table.find(frame);
    return entry < 0 ? undefined : this.#latest[entry];
  }

  /** A new connection, of endpoints never seen or, with `before`, of ports used again. */
  #begin(frame: Frame, before: TcpConversation | undefined): TcpConversation | undefined {
    const stream = this.conversations.length;
    if (stream >= this.#limits.maxConversations) return undefined;
    const entry = before ? this.#table.find(frame) : this.#table.add();
    const { swapped } = this.#table;
    const conversation = new TcpConversation(
      stream,
      this.#table,
      entry,
      this.#limits.maxUnacknowledged,
    );
    conversation.client = guessClient(frame, swapped);
    conversation.firstFrame = frame.number;
    conversation.beganWithSyn = (frame.flags & (SYN | ACK)) === SYN;
    conversation.firstSeconds = frame.seconds;
    conversation.firstNanoseconds = frame.nanoseconds;
    this.conversations.push(conversation);
    this.#latest[entry] = conversation;
    return conversation;
  }

  #fill(segment: TcpSegment, frame: Frame, conversation: TcpConversation): void {
    const direction = this.#table.swapped ? 1 : 0;
    segment.conversation = conversation;
    segment.direction = direction;
    segment.flow = conversation.flows[direction];
    segment.peer = conversation.flows[direction === 0 ? 1 : 0];
    segment.sequence = frame.sequence;
    segment.acknowledgement = frame.acknowledgement;
    segment.flags = frame.flags;
    segment.window = frame.window;
    segment.payloadLength = frame.payloadLength;
    segment.frame = frame.number;
    segment.seconds = frame.seconds;
    segment.nanoseconds = frame.nanoseconds;
  }

  /** Another initial number means another connection on the same ports. */
  #handleSyn(segment: TcpSegment, frame: Frame): void {
    const { flow, flags } = segment;
    const other = flow.baseKnown && flow.base !== frame.sequence;
    if ((flags & ACK) !== 0) {
      if (!flow.sentSyn) segment.conversation.client = segment.direction === 0 ? 1 : 0;
      if (!other) return;
      segment.ignored = isOpen(segment);
      if (!segment.ignored) flow.base = frame.sequence;
      segment.wiresharkLabels |= Label.REUSED_PORTS;
      return;
    }
    if (other) {
      const conversation = this.#begin(frame, segment.conversation);
      if (conversation) this.#fill(segment, frame, conversation);
      segment.wiresharkLabels |= Label.REUSED_PORTS;
    } else if (!segment.peer.sentSyn) segment.conversation.client = segment.direction;
    segment.conversation.synSeconds = frame.seconds;
    segment.conversation.synNanoseconds = frame.nanoseconds;
  }

  #count({ conversation, payloadLength, flow }: TcpSegment, frame: Frame): void {
    conversation.frames += 1;
    conversation.lastFrame = frame.number;
    conversation.lastSeconds = frame.seconds;
    conversation.lastNanoseconds = frame.nanoseconds;
    flow.frameBytes += frame.originalLength;
    flow.payloadBytes += payloadLength;
  }

  #analyse(segment: TcpSegment, frame: Frame): void {
    const { flow, peer } = segment;
    const peerWindow = peer.window;
    const afterSyn = flow.windowInSyn;
    const checksum = uint16(frame.segment, frame.segmentStart + 16);
    analyseSegment(segment);
    if (!segment.ignored) flow.sackedBytes = this.#options.sackedBytes;
    segment.labels = segment.wiresharkLabels;
    if (segment.payloadLength > peer.maximumSegmentSize && peer.maximumSegmentSize > 0) {
      segment.labels |= Label.OFFLOADED_SEGMENT;
    }
    if (mayMislead(segment)) {
      const copyOf = this.#recent.find(segment, frame, checksum);
      if (copyOf > 0) {
        segment.originalFrame = copyOf;
        segment.originalCaptured = true;
      }
      segment.labels = correctedLabels(segment, {
        copyOf,
        peerWindow,
        sentSynAck: flow.sentSynAck,
        afterSyn,
      });
    }
    this.#recent.add(segment, frame, checksum);
    flow.correctedLabels = segment.labels;
    if ((segment.labels & Label.RETRANSMISSION) !== 0) flow.retransmissions += 1;
    if ((segment.labels & Label.CAPTURE_DUPLICATE) !== 0) flow.capturedTwice += 1;
    if ((segment.flags & URG) === 0) return;
    segment.urgentPointer = uint16(frame.segment, frame.segmentStart + 18);
    if (segment.urgentPointer > 0) segment.labels |= Label.URGENT;
  }

  /** What later segments are judged by. */
  #note(segment: TcpSegment): void {
    const { flow, flags, conversation } = segment;
    flow.frames += 1;
    conversation.completeness |= completenessOf(segment);
    if ((flags & ACK) !== 0) flow.sentAck = true;
    if ((flags & SYN) !== 0) {
      if ((flags & ACK) !== 0) flow.sentSynAck = true;
      else flow.sentSyn = true;
      return;
    }
    // Of 0 the clock was too coarse: the next acknowledgement says more.
    if (conversation.initialRoundTrip > 0 || (flags & ACK) === 0) return;
    if (conversation.synSeconds < 0) return;
    conversation.initialRoundTrip = segment.since(
      conversation.synSeconds,
      conversation.synNanoseconds,
    );
  }
}

/** The sender of a SYN opens; without one, servers mostly have the smaller port. */
function guessClient({ flags, sourcePort, destinationPort }: Frame, swapped: boolean): 0 | 1 {
  const sourceIsClient = (flags & SYN) !== 0 || sourcePort >= destinationPort;
  return sourceIsClient === swapped ? 1 : 0;
}

/**
 * Whether the receiver of a SYN-ACK has acknowledged another initial number of its sender: it goes on with
 * that one (RFC 9293, section 3.10.7.4). One that acknowledges other numbers belongs to another connection.
 */
function isOpen({ flow, peer, acknowledgement, conversation }: TcpSegment): boolean {
  const { reset, closedFirst } = conversation.lifecycle;
  if (reset || closedFirst !== undefined || peer.ack === 0) return false;
  const settled = isAfter(peer.ack, flow.base) && isAtOrAfter(flow.next, peer.ack);
  return settled && isAfter(acknowledgement, peer.base) && isAtOrAfter(peer.next, acknowledgement);
}

/** Relative numbers: the SYN is 0; without it the first byte seen is 1. */
function rebase(segment: TcpSegment): void {
  const { flow, peer, flags, sequence, acknowledgement } = segment;
  const acknowledges = (flags & ACK) !== 0;
  if (!flow.baseKnown) {
    flow.base = (flags & SYN) !== 0 ? sequence : (sequence - 1) >>> 0;
    flow.baseKnown = true;
  }
  if (!peer.baseKnown && acknowledges) {
    peer.base = (acknowledgement - 1) >>> 0;
    peer.baseKnown = true;
  }
  const isOtherSyn = segment.ignored && (flags & SYN) !== 0;
  segment.relativeSequence = isOtherSyn ? 0 : (sequence - flow.base) >>> 0;
  segment.relativeAcknowledgement = acknowledges
    ? (acknowledgement - peer.base) >>> 0
    : acknowledgement;
}
