import type { TcpConversation } from '../conversation/tcp-conversation.ts';
import type { TcpFlow } from './tcp-flow.ts';

/**
 * What is known of one segment in its connection. The tracker fills one record again and again; times
 * are nanoseconds.
 */
export class TcpSegment {
  conversation!: TcpConversation;
  /** Which of `conversation.flows` sent it. */
  direction: 0 | 1 = 0;
  flow!: TcpFlow;
  peer!: TcpFlow;

  sequence = 0;
  acknowledgement = 0;
  flags = 0;
  /** Window field of the header. */
  window = 0;
  payloadLength = 0;
  frame = 0;
  seconds = 0;
  nanoseconds = 0;

  /** Numbers counted from each side's SYN, which is 0; without the ACK flag the second is as written. */
  relativeSequence = 0;
  relativeAcknowledgement = 0;
  /** The window in bytes, where the scale is known. */
  scaledWindow = 0;
  /** Its receiver has to ignore it: it moves nothing, and proves nothing. */
  ignored = false;
  /** A SYN of a system that tries again after it was refused. */
  afterRefusal = false;
  /** Labels as Wireshark gives them; see `Label`. Where it is misled by an ignored segment, it is not followed. */
  wiresharkLabels = 0;
  /** Labels that are right where Wireshark's mislead. */
  labels = 0;

  /** How many times in a row the same acknowledgement was repeated, and which frame's it is. */
  duplicateAck = 0;
  duplicateAckFrame = 0;
  /** Of a duplicate ACK: the frame before it that brought its sender nothing new; 0 when none did. */
  answeredFrame = 0;
  /** Of a duplicate ACK: whether bytes behind the repeated number were captured before it. */
  sentBeyond = false;
  /** Of a segment that stands behind its acknowledgement in the capture: that frame; 0 otherwise. */
  acknowledgedBy = 0;
  /** Urgent pointer of a segment with URG; 0 otherwise. */
  urgentPointer = 0;
  /** Frame that this acknowledgement ends exactly at, and the time between; 0 and -1 when none. */
  acknowledgedFrame = 0;
  roundTrip = -1;
  /** Bytes sent and not acknowledged with this segment; -1 when not known. */
  bytesInFlight = -1;
  /** Of a retransmission or copy, the frame of the original; 0 when it was acknowledged or not captured. */
  originalFrame = 0;
  /** Of a retransmission, whether its bytes were captured before: if not, only the repetition was. */
  originalCaptured = false;

  /** Time since another moment. */
  since(seconds: number, nanoseconds: number): number {
    return (this.seconds - seconds) * 1e9 + (this.nanoseconds - nanoseconds);
  }

  /** Forgets what does not follow from the header alone. */
  reset(): void {
    this.ignored = false;
    this.afterRefusal = false;
    this.wiresharkLabels = 0;
    this.labels = 0;
    this.duplicateAck = 0;
    this.duplicateAckFrame = 0;
    this.answeredFrame = 0;
    this.sentBeyond = false;
    this.acknowledgedBy = 0;
    this.urgentPointer = 0;
    this.acknowledgedFrame = 0;
    this.roundTrip = -1;
    this.bytesInFlight = -1;
    this.originalFrame = 0;
    this.originalCaptured = false;
  }
}
