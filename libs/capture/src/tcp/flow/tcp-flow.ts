import { UnacknowledgedSegments } from './unacknowledged.ts';

/** The window before one was announced: no number a header can hold. */
export const UNKNOWN_WINDOW = 0xffff_ffff;
/** Window scale of a direction whose SYN was not captured. */
export const SCALE_UNKNOWN = -1;
/** Window scale when one of the ends did not offer it: windows are not scaled (RFC 7323, section 2.2). */
export const SCALE_UNUSED = -2;

/**
 * What is remembered of one direction of a connection in order to judge its next segment. As in
 * Wireshark a sequence number of 0 stands for "none seen yet".
 */
export class TcpFlow {
  /** Initial sequence number, by which relative ones count; the SYN's, or one before the first segment. */
  base = 0;
  baseKnown = false;

  /** The number expected next: behind the last byte, SYN or FIN that was sent. */
  next = 0;
  /** Frame and time that moved {@link next}. */
  nextFrame = 0;
  nextSeconds = 0;
  nextNanoseconds = 0;
  /** Up to here everything was captured; acknowledging more means that segments are missing. */
  contiguous = 0;
  /** While more is acknowledged than was captured: {@link contiguous} is where a gap begins, 0 without one. */
  gapsOnly = false;
  /** The number behind the byte of the last zero-window probe; 0 before one. */
  probedUpTo = 0;

  /** Last acknowledgement sent, with its time. */
  ack = 0;
  ackSeconds = 0;
  ackNanoseconds = 0;
  /** Last window sent, as written in the header. */
  window = UNKNOWN_WINDOW;
  /** Whether that window stood in a SYN; those are never scaled. */
  windowInSyn = false;
  scale = SCALE_UNKNOWN;

  duplicateAcks = 0;
  /** Frame that duplicates repeat. */
  repeatedFrame = 0;
  /** Labels of the last segment, as Wireshark gives them. */
  labels = 0;
  /** Labels of the last segment that are right. */
  correctedLabels = 0;
  /** False after a gap, until the other side acknowledges. */
  flightKnown = true;
  readonly unacknowledged: UnacknowledgedSegments;
  /** Bytes the last segment acknowledged selectively. */
  sackedBytes = 0;

  /** Frame of this direction's first FIN, 0 before; and the number behind it. */
  finFrame = 0;
  finNext = 0;
  /** Frame that acknowledged that FIN, 0 before. */
  finAckFrame = 0;
  /** Whether this direction's SYN, SYN-ACK, reset was captured. */
  sentSyn = false;
  sentSynAck = false;
  sentReset = false;
  maximumSegmentSize = -1;

  frames = 0;
  /** Bytes of whole frames, as on the wire. */
  frameBytes = 0;
  /** Bytes of payload, repeated ones too. */
  payloadBytes = 0;
  retransmissions = 0;
  capturedTwice = 0;
  smallestWindow = UNKNOWN_WINDOW;

  constructor(maxUnacknowledged: number) {
    this.unacknowledged = new UnacknowledgedSegments(maxUnacknowledged);
  }

  /** The window the other side may fill, in bytes. */
  get scaledWindow(): number {
    return this.windowInSyn ? this.window : scaled(this.window, this.scale);
  }
}

/** A window field as bytes. */
export function scaled(window: number, scale: number): number {
  return scale > 0 ? window * 2 ** scale : window;
}
