import { ACK, FIN, RST, SYN } from '../header/tcp-flags.ts';
import { Label } from './label.ts';
import { advance, isAfter } from '../flow/sequence.ts';
import { SCALE_UNKNOWN } from '../flow/tcp-flow.ts';
import type { TcpSegment } from '../flow/tcp-segment.ts';

const NOT_PLAIN = SYN | FIN | RST;

/**
 * The labels that compare a segment with the last one of either side, by the order of tests that
 * Wireshark's User's Guide ("TCP Analysis") describes: gaps, keep-alives, windows, repeated
 * acknowledgements. The flows still hold what was before the segment.
 */
export function windowLabels(segment: TcpSegment): number {
  const { flow, peer, sequence, payloadLength, window, flags } = segment;
  const isProbe = payloadLength === 1 && sequence === flow.next && peer.window === 0;
  if (isProbe) return Label.ZERO_WINDOW_PROBE;

  const plain = (flags & NOT_PLAIN) === 0;
  let labels = 0;
  if (window === 0 && plain) labels |= Label.ZERO_WINDOW;
  if (flow.next !== 0 && (flags & RST) === 0 && isAfter(sequence, flow.next)) {
    labels |= Label.LOST_SEGMENT;
  }
  if (!plain) return labels;
  if (payloadLength <= 1 && sequence === (flow.next - 1) >>> 0) labels |= Label.KEEP_ALIVE;
  if (payloadLength > 0) return fillsWindow(segment) ? labels | Label.WINDOW_FULL : labels;
  return sequence === flow.next ? labels | emptySegmentLabels(segment) : labels;
}

/** A segment without payload, at the expected number: what its acknowledgement and window repeat. */
function emptySegmentLabels(segment: TcpSegment): number {
  const { flow, peer, window, acknowledgement } = segment;
  const sameAck = acknowledgement === flow.ack;
  const sameWindow = window === flow.window;
  if (window === 0) {
    const answersProbe = (peer.labels & Label.ZERO_WINDOW_PROBE) !== 0;
    return answersProbe && sameWindow && sameAck ? Label.ZERO_WINDOW_PROBE_ACK : 0;
  }
  if (!sameAck) return 0;
  if (!sameWindow) return Label.WINDOW_UPDATE;
  if ((peer.labels & Label.KEEP_ALIVE) !== 0) return Label.KEEP_ALIVE_ACK;
  return Label.DUPLICATE_ACK;
}

function fillsWindow(segment: TcpSegment): boolean {
  const { peer, sequence, payloadLength } = segment;
  if (peer.scale === SCALE_UNKNOWN) return false;
  return advance(sequence, payloadLength) === advance(peer.ack, peer.scaledWindow);
}

/** Whether a segment acknowledges bytes that the capture does not hold. */
export function acknowledgesUnseen(segment: TcpSegment): boolean {
  const { peer, acknowledgement, flags } = segment;
  return (flags & ACK) !== 0 && peer.contiguous !== 0 && isAfter(acknowledgement, peer.contiguous);
}
