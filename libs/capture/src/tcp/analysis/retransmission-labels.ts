import { FIN, SYN } from '../header/tcp-flags.ts';
import { Label } from './label.ts';
import { advance, isAfter, isAtOrAfter } from '../flow/sequence.ts';
import type { TcpSegment } from '../flow/tcp-segment.ts';

/** A retransmission later than this after the last duplicate acknowledgement was not caused by it. */
const FAST_RETRANSMISSION_WITHIN = 20_000_000;
/** How late a segment may come to count as reordered, in nanoseconds, when no round trip was measured. */
export const REORDERED_WITHIN = 3_000_000;
const MANY_DUPLICATES = 2;

/** Whether a segment sends what was sent before, and why, as Wireshark judges it. */
export function retransmissionLabels(segment: TcpSegment, labels: number): number {
  const { flow, peer, sequence, payloadLength, flags } = segment;
  const counted = (flags & (SYN | FIN)) !== 0;
  if ((payloadLength === 0 && !counted) || (labels & Label.KEEP_ALIVE) !== 0) return 0;

  const end = advance(sequence, payloadLength);
  if (payloadLength > 0 && peer.ack !== 0 && isAtOrAfter(peer.ack, end)) {
    return Label.SPURIOUS_RETRANSMISSION | Label.RETRANSMISSION;
  }
  const repeats = flow.next !== 0 && isAfter(flow.next, sequence);
  // The byte before may have been a zero-window probe: then this segment is mostly new.
  const followsProbe = payloadLength > 1 && sequence === (flow.next - 1) >>> 0;
  if (!repeats || followsProbe) return 0;

  if (isFast(segment)) return Label.FAST_RETRANSMISSION | Label.RETRANSMISSION;
  const { initialRoundTrip } = segment.conversation;
  const soon = initialRoundTrip > 0 ? initialRoundTrip : REORDERED_WITHIN;
  const age = segment.since(flow.nextSeconds, flow.nextNanoseconds);
  const isLast = flow.next === advance(end, counted ? 1 : 0);
  return isWithin(age, soon) && !isLast ? Label.OUT_OF_ORDER : Label.RETRANSMISSION;
}

/** Sent because the other side asked for exactly this, several times, just now (RFC 5681, section 3.2). */
function isFast(segment: TcpSegment): boolean {
  const { peer, sequence } = segment;
  return (
    peer.duplicateAcks >= MANY_DUPLICATES &&
    peer.ack === sequence &&
    isWithin(segment.since(peer.ackSeconds, peer.ackNanoseconds), FAST_RETRANSMISSION_WITHIN)
  );
}

/** A clock that was set back proves nothing. */
function isWithin(age: number, limit: number): boolean {
  return age >= 0 && age < limit;
}
