import { UnacknowledgedSegments } from './unacknowledged.ts';

/** The window before one was announced: no number a header can hold. */
const UNKNOWN_WINDOW = 0x7fff_ffff;
/** Window scale of a direction whose SYN was not captured. */
export const SCALE_UNKNOWN = -1;
/** Window scale when one of the ends did not offer it: windows are not scaled (RFC 7323, section 2.2). */
export const SCALE_UNUSED = -2;

/**
 * What is remembered of one direction of a connection in order to judge its next segment. As in
 * Wireshark a sequence number of 0 stands for "none seen yet".
 */
export class TcpFlow {
  // V8 keeps a signed number of 32 bits in the object itself, any other one in a box of 16 bytes: a
  // capture of many connections has millions of them.
  #base = 0;
  #next = 0;
  #contiguous = 0;
  #probedUpTo = 0;
  #ack = 0;
  #finNext = 0;

  baseKnown = false;
  /** Time that moved {@link next}. */
  nextSeconds = 0;
  nextNanoseconds = 0;
  /** While more is acknowledged than was captured: {@link contiguous} is where a gap begins, 0 without one. */
  gapsOnly = false;

  /** Time of the last acknowledgement sent. */
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

  /** Frame of this direction's first FIN, 0 before. */
  finFrame = 0;
  /** Frame that acknowledged that FIN, 0 before. */
  finAckFrame = 0;
  /** Whether this direction's SYN, SYN-ACK, or anything with an ACK was captured. */
  sentSyn = false;
  sentSynAck = false;
  sentAck = false;
  /** Frame that brought the other side nothing new since that one last spoke; 0 when none did. */
  unwantedFrame = 0;
  maximumSegmentSize = -1;

  frames = 0;
  /** Bytes of whole frames, as on the wire. */
  frameBytes = 0;
  /** Bytes of payload, repeated ones too. */
  payloadBytes = 0;
  retransmissions = 0;
  capturedTwice = 0;

  constructor(maxUnacknowledged: number) {
    this.unacknowledged = new UnacknowledgedSegments(maxUnacknowledged);
  }

  /** Initial sequence number, by which relative ones count; the SYN's, or one before the first segment. */
  get base(): number {
    return this.#base >>> 0;
  }
  set base(sequence: number) {
    this.#base = sequence | 0;
  }

  /** The number expected next: behind the last byte, SYN or FIN that was sent. */
  get next(): number {
    return this.#next >>> 0;
  }
  set next(sequence: number) {
    this.#next = sequence | 0;
  }

  /** Up to here everything was captured; acknowledging more means that segments are missing. */
  get contiguous(): number {
    return this.#contiguous >>> 0;
  }
  set contiguous(sequence: number) {
    this.#contiguous = sequence | 0;
  }

  /** The number behind the byte of the last zero-window probe; 0 before one. */
  get probedUpTo(): number {
    return this.#probedUpTo >>> 0;
  }
  set probedUpTo(sequence: number) {
    this.#probedUpTo = sequence | 0;
  }

  /** Last acknowledgement sent. */
  get ack(): number {
    return this.#ack >>> 0;
  }
  set ack(sequence: number) {
    this.#ack = sequence | 0;
  }

  /** The number behind this direction's first FIN. */
  get finNext(): number {
    return this.#finNext >>> 0;
  }
  set finNext(sequence: number) {
    this.#finNext = sequence | 0;
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
