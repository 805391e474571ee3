import { ACK, SYN } from '../header/tcp-flags.ts';
import { Label } from './label.ts';
import { isAfter } from '../flow/sequence.ts';
import type { TcpSegment } from '../flow/tcp-segment.ts';

/** What a second capture of a packet is mistaken for. */
const COPIED_AS =
  Label.RETRANSMISSION |
  Label.FAST_RETRANSMISSION |
  Label.SPURIOUS_RETRANSMISSION |
  Label.OUT_OF_ORDER |
  Label.DUPLICATE_ACK |
  Label.KEEP_ALIVE |
  Label.KEEP_ALIVE_ACK;
const UNSEEN = Label.LOST_SEGMENT | Label.ACK_LOST_SEGMENT;
const MISLEADING = COPIED_AS | UNSEEN | Label.ZERO_WINDOW | Label.TFO_ACK;

/** What {@link correctedLabels} must know besides the segment. */
export interface LabelContext {
  /** The frame that captured the same packet just before; 0 when none did. */
  readonly copyOf: number;
  /** The window of the receiver before this segment, as written. */
  readonly peerWindow: number;
  /** The sender already sent a SYN with ACK. */
  readonly sentSynAck: boolean;
  /** The last segment of the sender was a SYN, whose window is not scaled. */
  readonly afterSyn: boolean;
}

/** Whether a label may need correction: then the context is worth computing. */
export function mayMislead(segment: TcpSegment): boolean {
  const { wiresharkLabels, conversation } = segment;
  if ((wiresharkLabels & MISLEADING) !== 0) return true;
  if (segment.ignored || segment.acknowledgedBy > 0) return true;
  return wiresharkLabels === Label.WINDOW_UPDATE && conversation.lifecycle.simultaneousOpen;
}

/** The labels that are right where Wireshark's mislead; the same ones where they do not. */
export function correctedLabels(segment: TcpSegment, context: LabelContext): number {
  const { flags, conversation, peer, payloadLength } = segment;
  if (segment.ignored) return Label.IGNORED;
  const labels = withoutProbedGap(segment);
  if (context.copyOf > 0) return (labels & ~COPIED_AS) | Label.CAPTURE_DUPLICATE;
  if (segment.acknowledgedBy > 0) return (labels & ~COPIED_AS) | Label.CAPTURE_REORDERED;
  if (segment.afterRefusal) return (labels & ~COPIED_AS) | Label.CONNECT_RETRY;
  const isSynAck = (flags & (SYN | ACK)) === (SYN | ACK);
  if (isSynAck && conversation.lifecycle.simultaneousOpen && !context.sentSynAck) {
    return (labels & ~(Label.RETRANSMISSION | Label.OUT_OF_ORDER)) | Label.SIMULTANEOUS_OPEN;
  }
  // The ACK that ends a simultaneous open: the same window, written with its scale for the first time.
  if (labels === Label.WINDOW_UPDATE && context.afterSyn) return 0;
  // What was captured before did not overtake itself: it is sent again, only very soon.
  if ((labels & Label.OUT_OF_ORDER) !== 0 && segment.originalCaptured) {
    return (labels & ~Label.OUT_OF_ORDER) | Label.RETRANSMISSION;
  }
  // Nothing was opened fast where no SYN carried anything: the SYN-ACK came late or answers another one.
  if ((labels & Label.TFO_ACK) !== 0 && conversation.synPayload === 0) {
    return labels & ~Label.TFO_ACK;
  }
  // Linux probes a closed window with an empty segment one byte back, like a keep-alive.
  if ((labels & Label.KEEP_ALIVE) !== 0 && context.peerWindow === 0) {
    return (labels & ~Label.KEEP_ALIVE) | Label.ZERO_WINDOW_PROBE;
  }
  const answersProbe = (peer.correctedLabels & Label.ZERO_WINDOW_PROBE) !== 0;
  if (answersProbe && payloadLength === 0 && (labels & Label.ZERO_WINDOW) !== 0) {
    return labels | Label.ZERO_WINDOW_PROBE_ACK;
  }
  return labels;
}

/**
 * Wireshark does not count the byte of a zero-window probe: when the receiver takes it after all, the
 * acknowledgement, the segment behind it and the one that acknowledges that seem to have lost a byte.
 */
function withoutProbedGap(segment: TcpSegment): number {
  const { labels, flow, peer, sequence, acknowledgement, payloadLength, window } = segment;
  if ((labels & Label.LOST_SEGMENT) !== 0 && flow.probedUpTo === sequence) {
    return labels & ~Label.LOST_SEGMENT;
  }
  if ((labels & Label.ACK_LOST_SEGMENT) === 0 || peer.probedUpTo === 0) return labels;
  if (isAfter(acknowledgement, peer.next) && acknowledgement !== peer.probedUpTo) return labels;
  const answersProbe = window === 0 && payloadLength === 0;
  return (labels & ~Label.ACK_LOST_SEGMENT) | (answersProbe ? Label.ZERO_WINDOW_PROBE_ACK : 0);
}
