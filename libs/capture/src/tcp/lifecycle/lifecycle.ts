import { advance, isAfter, isAtOrAfter } from '../flow/sequence.ts';
import type { TcpFlow } from '../flow/tcp-flow.ts';
import type { TcpSegment } from '../flow/tcp-segment.ts';
import { ACK, FIN, RST, SYN } from '../header/tcp-flags.ts';
import { isAcceptableReset } from './acceptable-reset.ts';
import { type Reset, resetCause } from './reset-cause.ts';
import { afterOwnFin, afterPeerFin, afterSendingFin, type TcpState } from './tcp-state.ts';

type End = 0 | 1;
const CONTROL = SYN | FIN | RST;

/**
 * The course of a connection: the states of both ends after each segment, on the assumption that it
 * arrived, and how the connection was opened and closed.
 */
export class Lifecycle {
  /** States of the ends, in the order of the conversation's flows. */
  readonly states: [TcpState, TcpState] = ['CLOSED', 'CLOSED'];
  /** The capture began after the connection: its first state is a guess. */
  midstream = false;
  /** Both ends sent a SYN before either answered (RFC 9293, section 3.5). */
  simultaneousOpen = false;
  /** Who sent the first FIN, or the reset that came without one. */
  closedFirst: End | undefined;
  /** There is a FIN, but the capture does not show whether the other side's came before it. */
  closeUnclear = false;
  /** Segments of an orderly close: 4, or 3 when the second FIN carried the acknowledgement of the first. */
  closeSegments: 3 | 4 | undefined;
  /** Both ends sent a FIN before seeing the other's. */
  simultaneousClose = false;
  /** After the first FIN the other side went on sending. */
  halfClosed = false;
  reset: Reset | undefined;
  /** How often a SYN was refused; a system may try again, and Windows does. */
  refusals = 0;
  /** Resets that their receiver had to ignore: late, or forged by someone who guessed the numbers. */
  ignoredResets = 0;

  #started = false;
  #spokeLast: End | undefined;
  #payloadAfterFin = false;
  /** Resets that each end sent. */
  readonly #resets: [number, number] = [0, 0];
  /** What a FIN acknowledged of which it is not known whether it was the first. */
  #acknowledgedByFin = 0;
  #closedByReset = false;
  /** The number behind what the sender of a reset sent after it. */
  #sentAfterReset: number | undefined;

  /** Takes a segment, before the flows are moved on by it. */
  observe(segment: TcpSegment): void {
    const { states } = this;
    if (segment.ignored) return;
    if (segment.payloadLength > 0) this.#notePayload(segment);
    const established = states[0] === 'ESTABLISHED' && states[1] === 'ESTABLISHED';
    if (established && (segment.flags & CONTROL) === 0) return;
    if (!this.#started) this.#start(segment);
    if ((segment.flags & RST) !== 0) this.#reset(segment);
    else if ((segment.flags & SYN) !== 0) this.#open(segment);
    else this.#transfer(segment);
  }

  #start({ flags, direction }: TcpSegment): void {
    const { states } = this;
    const other = opposite(direction);
    this.#started = true;
    if ((flags & SYN) === 0) {
      this.midstream = true;
      states[0] = states[1] = 'ESTABLISHED';
    } else if ((flags & ACK) !== 0) states[other] = 'SYN-SENT';
    else states[other] = 'LISTEN';
  }

  #open(segment: TcpSegment): void {
    const { flags, direction, peer } = segment;
    const { states } = this;
    const other = opposite(direction);
    if ((flags & ACK) !== 0) {
      if (this.#isOpening(states[direction])) states[direction] = 'SYN-RECEIVED';
      const wasSimultaneous = this.simultaneousOpen && states[other] === 'SYN-RECEIVED';
      if (states[other] === 'SYN-SENT' || wasSimultaneous) states[other] = 'ESTABLISHED';
      return;
    }
    if (states[direction] !== 'CLOSED' && states[direction] !== 'LISTEN') return;
    states[direction] = 'SYN-SENT';
    if (this.reset?.cause === 'refused') {
      segment.afterRefusal = true;
      this.reset = this.closedFirst = undefined;
    }
    if (!peer.sentSyn || states[other] !== 'SYN-SENT') return;
    // The SYNs cross: each is answered with a SYN-ACK.
    this.simultaneousOpen = true;
    states[other] = 'SYN-RECEIVED';
  }

  /** Whether a SYN-ACK belongs here; a repeated one changes nothing later. */
  #isOpening(state: TcpState): boolean {
    if (state === 'LISTEN' || state === 'SYN-SENT') return true;
    return state === 'CLOSED' && !this.reset && this.closedFirst === undefined;
  }

  #transfer(segment: TcpSegment): void {
    const { flags, direction, peer, acknowledgement } = segment;
    const { states } = this;
    const other = opposite(direction);
    if (this.reset) this.#noteLife(segment, this.reset);
    if ((flags & ACK) !== 0) {
      this.#noteUnseen(segment, other);
      if (states[other] === 'SYN-RECEIVED') states[other] = 'ESTABLISHED';
      if (states[direction] === 'SYN-SENT') states[direction] = 'ESTABLISHED';
      if (coversFin(peer, acknowledgement)) this.#acknowledgeFin(segment, other);
    }
    if ((flags & FIN) !== 0) this.#finish(segment, other);
  }

  /**
   * Who takes what was sent after a reset did not believe it: it lay in the window, but not exactly at the
   * number expected, and was answered with a challenge ACK (RFC 9293, section 3.10.7.4).
   */
  #noteLife(
    { direction, sequence, payloadLength, flags, acknowledgement }: TcpSegment,
    reset: Reset,
  ) {
    if (direction === reset.by) {
      if (payloadLength > 0) this.#sentAfterReset = advance(sequence, payloadLength);
      return;
    }
    const sent = this.#sentAfterReset;
    if (sent === undefined || (flags & ACK) === 0 || !isAtOrAfter(acknowledgement, sent)) return;
    this.reset = this.#sentAfterReset = undefined;
    this.ignoredResets += 1;
    this.closedFirst = this.#closedByReset ? undefined : this.closedFirst;
    this.states[0] = this.states[1] = this.closedFirst === undefined ? 'ESTABLISHED' : 'UNKNOWN';
  }

  /** An end that acknowledges what was not captured shows that the other one spoke, not what it is now. */
  #noteUnseen({ direction, flow, peer, acknowledgement }: TcpSegment, other: End): void {
    const { states } = this;
    if (flow.frames === 0 && states[direction] === 'UNKNOWN' && peer.finFrame === 0) {
      states[direction] = 'ESTABLISHED';
    }
    if (peer.frames > 0 || this.midstream) return;
    if (flow.ack !== 0 && isAfter(acknowledgement, flow.ack)) {
      if (states[direction] === 'SYN-RECEIVED') states[direction] = 'ESTABLISHED';
    }
    states[other] = 'UNKNOWN';
  }

  #acknowledgeFin({ flags, flow, peer, frame }: TcpSegment, finished: End): void {
    const { states } = this;
    states[finished] = afterOwnFin(states[finished]);
    if (peer.finAckFrame === 0) peer.finAckFrame = frame;
    const carried = (flags & FIN) !== 0 && flow.finFrame === 0;
    this.closeSegments ??= carried ? 3 : 4;
  }

  #finish(segment: TcpSegment, other: End): void {
    const { direction, frame, sequence, payloadLength, acknowledgement, flow, peer } = segment;
    const { states } = this;
    if (flow.finFrame !== 0) return;
    flow.finFrame = frame;
    flow.finNext = advance(sequence, payloadLength + 1);
    if (this.closeUnclear) {
      this.#finishSecond(segment, other);
      return;
    }
    if (this.closedFirst === undefined && mayFollowUnseenFin(segment)) {
      this.closeUnclear = true;
      this.#acknowledgedByFin = acknowledgement;
      states[0] = states[1] = 'UNKNOWN';
      return;
    }
    this.closedFirst ??= direction;
    const crossed = states[direction] === 'CLOSE-WAIT' && !coversFin(peer, acknowledgement);
    if (crossed) {
      this.simultaneousClose = true;
      this.closeSegments = 4;
    }
    states[direction] = crossed ? 'CLOSING' : afterSendingFin(states[direction]);
    states[other] = afterPeerFin(states[other]);
  }

  /** A FIN behind all that the other side's FIN acknowledged: that one was sent without having seen it. */
  #finishSecond({ direction, flow, peer, acknowledgement }: TcpSegment, other: End): void {
    const { states } = this;
    if (!isAfter(flow.finNext, this.#acknowledgedByFin)) return;
    const acknowledged = peer.finAckFrame !== 0 || coversFin(peer, acknowledgement);
    this.closeUnclear = false;
    this.closedFirst = other;
    this.simultaneousClose = !acknowledged;
    if (!acknowledged) this.closeSegments = 4;
    states[direction] = acknowledged ? 'LAST-ACK' : 'CLOSING';
    states[other] = acknowledged ? 'TIME-WAIT' : 'CLOSING';
  }

  #reset(segment: TcpSegment): void {
    const { direction, frame, flow, peer, flags, sequence } = segment;
    const { states } = this;
    if (!isAcceptableReset(segment, states[opposite(direction)])) {
      this.ignoredResets += 1;
      segment.ignored = true;
      return;
    }
    const onlyReset = flow.frames === this.#resets[direction];
    this.#resets[direction] += 1;
    if (!this.reset) {
      const receiverSpokeLast = this.#spokeLast === opposite(direction);
      const payloadAfterFin = this.#payloadAfterFin;
      const judged = resetCause({
        sender: flow,
        receiver: peer,
        onlyReset,
        whole: !this.midstream && !onlyReset,
        receiverSpokeLast,
        payloadAfterFin,
        answersUnknown: (flags & ACK) === 0 && sequence === peer.ack,
      });
      this.reset = { frame, by: direction, ...judged };
      if (judged.cause === 'refused') this.refusals += 1;
      this.#closedByReset = this.closedFirst === undefined;
      this.#sentAfterReset = undefined;
      this.closedFirst ??= direction;
    }
    states[0] = states[1] = 'CLOSED';
  }

  #notePayload({ direction, peer, acknowledgement }: TcpSegment): void {
    this.#spokeLast = direction;
    if (peer.finFrame === 0) return;
    this.#payloadAfterFin = true;
    if (this.closedFirst === opposite(direction) && coversFin(peer, acknowledgement)) {
      this.halfClosed = true;
    }
  }
}

/** Whether a FIN acknowledges more than was captured: the other side's FIN may be among it. */
function mayFollowUnseenFin({ flags, peer, acknowledgement }: TcpSegment): boolean {
  if (peer.frames === 0) return true;
  return (flags & ACK) !== 0 && peer.next !== 0 && isAfter(acknowledgement, peer.next);
}

function coversFin({ finFrame, finNext }: TcpFlow, acknowledgement: number): boolean {
  return finFrame !== 0 && isAtOrAfter(acknowledgement, finNext);
}

function opposite(end: End): End {
  return end === 0 ? 1 : 0;
}
