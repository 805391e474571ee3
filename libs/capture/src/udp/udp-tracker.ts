import { uint16 } from '../bytes.ts';
import { addressText } from '../network/address.ts';
import type { Frame } from '../frame/frame.ts';
import { captureLimits, type CaptureLimits } from '../limits.ts';
import { EndpointTable } from '../network/endpoint-table.ts';
import { UdpConversation } from './udp-conversation.ts';

/** What one datagram is in its conversation. Times are nanoseconds. */
export interface UdpDatagram {
  readonly conversation: UdpConversation;
  /** Whether the end that spoke first sent it. */
  readonly fromClient: boolean;
  /** Of an answer, the frame of its question; 0 when none was captured. */
  readonly questionFrame: number;
  /** Of an answer, the time since its question; -1 when none was captured. */
  readonly roundTrip: number;
}

/**
 * Ports of protocols whose first two bytes name the question an answer belongs to: DNS (RFC 1035,
 * section 4.1.1), its multicast and link-local forms, NetBIOS names (RFC 1002).
 */
const NUMBERED_PORTS: ReadonlySet<number> = new Set([53, 137, 5353, 5355]);

/** Pairs questions and answers of the UDP conversations of a capture. */
export class UdpTracker {
  /** All conversations, numbered as Wireshark's `udp.stream`. */
  readonly conversations: UdpConversation[] = [];
  /** Datagrams of conversations beyond the limit. */
  notFollowed = 0;

  readonly #limits: CaptureLimits;
  readonly #table = new EndpointTable();

  constructor(limits: Partial<CaptureLimits> = {}) {
    this.#limits = captureLimits(limits);
  }

  /** Takes a frame; undefined when it is no UDP, or beyond the limit of conversations. */
  observe(frame: Frame): UdpDatagram | undefined {
    if (frame.transport !== 'udp') return undefined;
    const conversation = this.#conversationOf(frame);
    if (!conversation) {
      this.notFollowed += 1;
      return undefined;
    }
    const fromClient = this.#table.swapped === conversation.clientIsLarger;
    const key = questionKey(frame);
    conversation.count(frame, fromClient);
    if (fromClient) {
      conversation.ask({
        frame: frame.number,
        key,
        seconds: frame.seconds,
        nanoseconds: frame.nanoseconds,
      });
      return { conversation, fromClient, questionFrame: 0, roundTrip: -1 };
    }
    const question = conversation.answer(key);
    if (!question) return { conversation, fromClient, questionFrame: 0, roundTrip: -1 };
    const seconds = frame.seconds - question.seconds;
    const roundTrip = seconds * 1e9 + (frame.nanoseconds - question.nanoseconds);
    return { conversation, fromClient, questionFrame: question.frame, roundTrip };
  }

  #conversationOf(frame: Frame): UdpConversation | undefined {
    const known = this.#table.find(frame);
    if (known >= 0) return this.conversations[known];
    if (this.conversations.length >= this.#limits.maxUdpConversations) return undefined;
    const { addresses, ipVersion, sourcePort, destinationPort } = frame;
    const conversation = new UdpConversation(
      this.#table.add(),
      { address: addressText(addresses, 0, ipVersion), port: sourcePort },
      { address: addressText(addresses, 4, ipVersion), port: destinationPort },
      this.#table.swapped,
      this.#limits.maxUdpQuestions,
    );
    this.conversations.push(conversation);
    return conversation;
  }
}

/** What tells one question from another; -1 where only their order does. */
function questionKey(frame: Frame): number {
  const { segment, payloadStart, segmentEnd, sourcePort, destinationPort } = frame;
  const numbered = NUMBERED_PORTS.has(sourcePort) || NUMBERED_PORTS.has(destinationPort);
  return numbered && payloadStart + 2 <= segmentEnd ? uint16(segment, payloadStart) : -1;
}
