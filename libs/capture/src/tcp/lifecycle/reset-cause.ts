import type { TcpFlow } from '../flow/tcp-flow.ts';

/**
 * Why a connection was reset, as far as the capture shows it:
 * - `refused`: nobody listens; the answer to a SYN
 * - `half-open`: the sender of the reset does not know the connection, or no longer (RFC 9293, 3.5.1)
 * - `unread-data`: its program closed while data was unread or still came (RFC 2525, section 2.17)
 * - `aborted`: its program broke it off: closed with linger time 0, or killed where that resets (Windows)
 */
type ResetCause = 'refused' | 'half-open' | 'unread-data' | 'aborted';

/** A reset: who, where, why. */
export interface Reset {
  readonly frame: number;
  /** Which end sent it. */
  readonly by: 0 | 1;
  readonly cause: ResetCause;
  /** False when another cause would look the same on the wire. */
  readonly certain: boolean;
}

/** What was seen before the reset; both flows as they were then. */
export interface BeforeReset {
  readonly sender: TcpFlow;
  readonly receiver: TcpFlow;
  /** Whether its sender sent nothing but resets. */
  readonly onlyReset: boolean;
  /** Whether the connection was captured from its SYN on. */
  readonly whole: boolean;
  /** Whether the receiver of the reset was the last to send payload. */
  readonly receiverSpokeLast: boolean;
  /** Whether payload came to the sender after its FIN. */
  readonly payloadAfterFin: boolean;
  /**
   * Whether the reset acknowledges nothing and stands at the number the other side expects: so a system
   * answers where it has no such connection (RFC 9293, section 3.10.7.1). A program's reset has ACK set.
   */
  readonly answersUnknown: boolean;
}

/** Judges a reset by what came before it. */
export function resetCause(before: BeforeReset): Pick<Reset, 'cause' | 'certain'> {
  const { sender, receiver } = before;
  if (before.onlyReset) {
    const onlySyn = receiver.sentSyn && receiver.payloadBytes === 0 && receiver.ack === 0;
    if (onlySyn) return { cause: 'refused', certain: true };
    if (before.answersUnknown) return { cause: 'half-open', certain: true };
  }
  const onlySentSyn = sender.sentSyn && sender.ack === 0;
  if (onlySentSyn) {
    return { cause: receiver.frames > 0 ? 'half-open' : 'aborted', certain: true };
  }
  if (sender.finFrame !== 0) {
    return { cause: before.payloadAfterFin ? 'unread-data' : 'aborted', certain: true };
  }
  if (before.answersUnknown) return { cause: 'half-open', certain: false };
  // Who was sent nothing has nothing unread.
  if (receiver.payloadBytes === 0) return { cause: 'aborted', certain: before.whole };
  return { cause: before.receiverSpokeLast ? 'unread-data' : 'aborted', certain: false };
}
