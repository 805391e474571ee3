import { ACK, FIN, SYN } from '../header/tcp-flags.ts';
import { Label } from './label.ts';
import { retransmissionLabels } from './retransmission-labels.ts';
import { advance, isAfter, isAtOrAfter } from '../flow/sequence.ts';
import type { TcpSegment } from '../flow/tcp-segment.ts';
import { acknowledgesUnseen, windowLabels } from './window-labels.ts';

const REPEATED = Label.RETRANSMISSION | Label.OUT_OF_ORDER;

/**
 * Judges a segment as Wireshark does, and brings both flows up to date with it: labels, duplicate
 * acknowledgements, round-trip time, bytes in flight.
 */
export function analyseSegment(segment: TcpSegment): void {
  const { peer, flags } = segment;
  if ((flags & ACK) !== 0) peer.flightKnown = true;
  let labels = segment.wiresharkLabels | windowLabels(segment);
  if ((labels & Label.LOST_SEGMENT) !== 0) segment.flow.flightKnown = false;
  countDuplicates(segment, labels);
  labels |= acknowledgementLabels(segment, labels);
  labels |= retransmissionLabels(segment, labels);
  segment.wiresharkLabels = labels;
  if ((labels & REPEATED) !== 0) findOriginal(segment);
  moveFlow(segment, labels);
  acknowledge(segment);
}

function findOriginal(segment: TcpSegment): void {
  const { flow, sequence, payloadLength } = segment;
  const frame = flow.unacknowledged.find(sequence)?.frame ?? 0;
  const end = advance(sequence, payloadLength);
  const wasContiguous = flow.contiguous !== 0 && isAtOrAfter(flow.contiguous, end);
  segment.originalFrame = frame;
  segment.originalCaptured = frame !== 0 || wasContiguous;
}

function countDuplicates(segment: TcpSegment, labels: number): void {
  const { flow } = segment;
  if ((labels & Label.DUPLICATE_ACK) !== 0) {
    flow.duplicateAcks += 1;
    segment.duplicateAck = flow.duplicateAcks;
    segment.duplicateAckFrame = flow.repeatedFrame;
  }
  if (segment.acknowledgement !== flow.ack) {
    flow.repeatedFrame = segment.frame;
    flow.duplicateAcks = 0;
  }
}

function acknowledgementLabels(segment: TcpSegment, labels: number): number {
  const { peer, acknowledgement } = segment;
  if ((labels & Label.ZERO_WINDOW_PROBE_ACK) !== 0 && acknowledgement !== segment.flow.ack) {
    takeProbe(segment);
    return 0;
  }
  if (!acknowledgesUnseen(segment)) return 0;
  // The byte of a zero-window probe was accepted after all: nothing is missing.
  const probed = (peer.labels & Label.ZERO_WINDOW_PROBE) !== 0;
  if (probed && acknowledgement === advance(peer.contiguous, 1)) {
    takeProbe(segment);
    return 0;
  }
  // Said once: until the other side sends again, nothing is expected of it.
  peer.contiguous = 0;
  return Label.ACK_LOST_SEGMENT;
}

function takeProbe({ peer, acknowledgement }: TcpSegment): void {
  peer.next = acknowledgement;
  peer.contiguous = acknowledgement;
}

function moveFlow(segment: TcpSegment, labels: number): void {
  const { flow, sequence, payloadLength, frame, seconds, nanoseconds } = segment;
  const counted = (segment.flags & (SYN | FIN)) !== 0;
  const next = advance(sequence, payloadLength + (counted ? 1 : 0));
  const isProbe = (labels & Label.ZERO_WINDOW_PROBE) !== 0;
  if (payloadLength > 0 || counted) {
    flow.unacknowledged.add({ frame, sequence, next, seconds, nanoseconds });
  }
  // A probe does not move on: its byte lies outside of the window.
  if (!isProbe && (flow.next === 0 || isAfter(next, flow.next))) {
    flow.next = next;
    flow.nextFrame = frame;
    flow.nextSeconds = seconds;
    flow.nextNanoseconds = nanoseconds;
  }
  if (!isProbe && (flow.contiguous === 0 || sequence === flow.contiguous)) {
    flow.contiguous = flow.next;
  }
  flow.window = segment.window;
  flow.windowInSyn = (segment.flags & SYN) !== 0;
  flow.ack = segment.acknowledgement;
  flow.ackSeconds = seconds;
  flow.ackNanoseconds = nanoseconds;
  flow.labels = labels;
}

function acknowledge(segment: TcpSegment): void {
  const { flow, peer } = segment;
  const sent = peer.unacknowledged.acknowledge(segment.acknowledgement);
  if (sent) {
    segment.acknowledgedFrame = sent.frame;
    segment.roundTrip = segment.since(sent.seconds, sent.nanoseconds);
  }
  if (segment.payloadLength === 0 || !flow.flightKnown) return;
  const counted = (segment.flags & (SYN | FIN)) !== 0 ? 1 : 0;
  const bytes = flow.unacknowledged.bytes - counted - peer.sackedBytes;
  if (bytes > 0) segment.bytesInFlight = bytes;
}
