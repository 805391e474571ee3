import { ACK, FIN, RST, SYN } from '../header/tcp-flags.ts';
import type { TcpSegment } from '../flow/tcp-segment.ts';
import type { TcpConversation } from './tcp-conversation.ts';

/** The parts of a connection that were captured, as Wireshark's `tcp.completeness` counts them. */
const Completeness = Object.freeze({
  SYN: 1,
  SYN_ACK: 2,
  ACK: 4,
  DATA: 8,
  FIN: 16,
  RST: 32,
} as const);

/** The parts that one segment shows. */
export function completenessOf({ flags, payloadLength }: TcpSegment): number {
  let parts = (flags & RST) !== 0 ? Completeness.RST : 0;
  if ((flags & SYN) !== 0) {
    if ((flags & ACK) !== 0) return parts | Completeness.SYN_ACK;
    return parts | Completeness.SYN | (payloadLength > 0 ? Completeness.DATA : 0);
  }
  if ((flags & ACK) === 0) return parts;
  parts |= payloadLength > 0 ? Completeness.DATA : Completeness.ACK;
  return (flags & FIN) !== 0 ? parts | Completeness.FIN : parts;
}

/**
 * The number as tshark gives it after two passes: a SYN counts only when it is the first frame of the
 * connection, and of a connection with one frame, not a SYN, nothing counts.
 */
export function wiresharkCompleteness(conversation: TcpConversation): number {
  if (conversation.beganWithSyn) return conversation.completeness;
  return conversation.frames === 1 ? 0 : conversation.completeness & ~Completeness.SYN;
}
