import { distance } from '../flow/sequence.ts';
import type { TcpSegment } from '../flow/tcp-segment.ts';
import { ACK } from '../header/tcp-flags.ts';
import type { TcpState } from './tcp-state.ts';

/**
 * Whether the receiver of a reset believes it (RFC 9293, section 3.5.3): an answer to its SYN must
 * acknowledge that SYN, any other must lie in its window. What is not known is taken to fit.
 */
export function isAcceptableReset(segment: TcpSegment, receiver: TcpState): boolean {
  const { peer, flags, sequence, acknowledgement } = segment;
  if (receiver === 'SYN-SENT') return (flags & ACK) !== 0 && acknowledgement === peer.next;
  if (receiver === 'LISTEN' || receiver === 'CLOSED' || peer.ack === 0) return true;
  return distance(peer.ack, sequence) <= peer.scaledWindow;
}
