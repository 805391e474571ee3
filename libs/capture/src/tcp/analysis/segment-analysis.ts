import { ACK, FIN, RST, SYN } from '../header/tcp-flags.ts';
import { Label } from './label.ts';
import { REORDERED_WITHIN, retransmissionLabels } from './retransmission-labels.ts';
import { advance, isAfter, isAtOrAfter } from '../flow/sequence.ts';
import type { TcpFlow } from '../flow/tcp-flow.ts';
import type { TcpSegment } from '../flow/tcp-segment.ts';
import { acknowledgesUnseen, windowLabels } from './window-labels.ts';

const REPEATED = Label.RETRANSMISSION | Label.OUT_OF_ORDER;

/**
 * Judges a segment as Wireshark does, and brings both flows up to date with it: labels, duplicate
 * acknowledgements, round-trip time, bytes in flight.
 */
export function analyseSegment(segment: TcpSegment): void {
  const { peer, flags } = segment;
  if (segment.ignored) {
    segment.wiresharkLabels |= windowLabels(segment);
    // A reset is not answered; a SYN is.
    if ((flags & SYN) !== 0) segment.flow.unwantedFrame = segment.frame;
    return;
  }
  if ((flags & ACK) !== 0) peer.flightKnown = true;
  let labels = segment.wiresharkLabels | windowLabels(segment);
  if ((labels & Label.LOST_SEGMENT) !== 0) segment.flow.flightKnown = false;
  countDuplicates(segment, labels);
  labels |= acknowledgementLabels(segment);
  labels |= retransmissionLabels(segment, labels);
  segment.wiresharkLabels = labels;
  if ((labels & REPEATED) !== 0) findOriginal(segment);
  noteOrder(segment);
  moveFlow(segment, labels);
  acknowledge(segment);
}

/** What shows that the segment was acknowledged before it was captured, here or at the other side. */
function noteOrder(segment: TcpSegment): void {
  const { flow, peer, sequence, payloadLength, flags } = segment;
  const counted = (flags & (SYN | FIN)) !== 0 ? 1 : 0;
  if (payloadLength + counted > 0 && peer.ack !== 0) {
    const old = isAtOrAfter(peer.ack, advance(sequence, payloadLength + counted));
    const isNext = flow.next !== 0 && sequence === flow.next && !segment.originalCaptured;
    const soon = segment.since(peer.ackSeconds, peer.ackNanoseconds) < REORDERED_WITHIN;
    if (old && isNext && soon) segment.acknowledgedBy = peer.repeatedFrame;
    else if (old) flow.unwantedFrame = segment.frame;
  }
  peer.unwantedFrame = 0;
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
    segment.answeredFrame = segment.peer.unwantedFrame;
    segment.sentBeyond = isAfter(segment.peer.next, segment.acknowledgement);
  }
  if (segment.acknowledgement !== flow.ack) {
    flow.repeatedFrame = segment.frame;
    flow.duplicateAcks = 0;
    flow.gapsOnly = false;
  }
}

function acknowledgementLabels(segment: TcpSegment): number {
  if (!acknowledgesUnseen(segment)) return 0;
  expectLess(segment.peer);
  return Label.ACK_LOST_SEGMENT;
}

/**
 * Said once for each gap: next counts what was captured behind it; behind all of that only a new gap,
 * until the other side acknowledges something new.
 */
function expectLess(peer: TcpFlow): void {
  if (peer.gapsOnly || peer.contiguous === peer.next) {
    peer.gapsOnly = true;
    peer.contiguous = 0;
  } else peer.contiguous = peer.next;
}

function moveFlow(segment: TcpSegment, labels: number): void {
  const { flow, sequence, payloadLength, seconds, nanoseconds } = segment;
  const counted = (segment.flags & (SYN | FIN)) !== 0;
  const next = advance(sequence, payloadLength + (counted ? 1 : 0));
  const isProbe = (labels & Label.ZERO_WINDOW_PROBE) !== 0;
  if (payloadLength > 0 || counted) flow.unacknowledged.add(segment, next);
  // A probe does not move on: its byte lies outside of the window.
  if (isProbe) flow.probedUpTo = next;
  else {
    const before = flow.next;
    // A reset sends nothing: what lies between was not sent, and a receiver that ignores it goes on.
    const isSent = (segment.flags & RST) === 0;
    if (before === 0 || (isSent && isAfter(next, before))) {
      flow.next = next;
      flow.nextSeconds = seconds;
      flow.nextNanoseconds = nanoseconds;
    }
    moveContiguous(flow, sequence, before);
  }
  flow.window = segment.window;
  flow.windowInSyn = (segment.flags & SYN) !== 0;
  flow.ack = segment.acknowledgement;
  flow.ackSeconds = seconds;
  flow.ackNanoseconds = nanoseconds;
  flow.labels = labels;
}

/** @param before what was expected before the segment */
function moveContiguous(flow: TcpFlow, sequence: number, before: number): void {
  const { contiguous, next, gapsOnly } = flow;
  if (sequence === contiguous) {
    flow.contiguous = gapsOnly ? 0 : next;
  } else if (contiguous === 0) {
    const leavesGap = before !== 0 && next !== before && sequence !== before;
    if (leavesGap) flow.contiguous = before;
    else if (!gapsOnly) flow.contiguous = next;
  }
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
