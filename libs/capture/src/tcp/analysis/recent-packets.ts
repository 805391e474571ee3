import type { TcpSegment } from '../flow/tcp-segment.ts';

/** How many packets back a copy is looked for, a power of two. */
const REMEMBERED = 256;
/** A copy comes at once; no retransmission timer is shorter (RFC 6298: 1 s, Linux: 200 ms). */
const COPY_WITHIN = 10_000_000;
/** Without an IP identification to tell them apart, copies must be closer. */
const COPY_WITHOUT_ID_WITHIN = 1_000_000;

interface Seen {
  frame: number;
  stream: number;
  direction: number;
  ipId: number;
  checksum: number;
  sequence: number;
  acknowledgement: number;
  flags: number;
  seconds: number;
  nanoseconds: number;
}

/**
 * The last packets, to recognise one that was captured twice: `-i any` shows a packet on every interface
 * it crosses, a mirror port on its way in and out. A sender gives each packet a new IP identification
 * (RFC 6864), so that the same one with the same numbers is the same packet.
 */
export class RecentPackets {
  readonly #seen: Seen[] = Array.from({ length: REMEMBERED }, () => ({
    frame: 0,
    stream: -1,
    direction: 0,
    ipId: 0,
    checksum: 0,
    sequence: 0,
    acknowledgement: 0,
    flags: 0,
    seconds: 0,
    nanoseconds: 0,
  }));
  #next = 0;

  /** The frame of which a segment is a copy; 0 when it is none. */
  find(segment: TcpSegment, ipId: number, checksum: number): number {
    const within = ipId === 0 ? COPY_WITHOUT_ID_WITHIN : COPY_WITHIN;
    const found = this.#seen.find(
      (seen) =>
        seen.stream === segment.conversation.stream &&
        seen.direction === segment.direction &&
        seen.ipId === ipId &&
        seen.checksum === checksum &&
        seen.sequence === segment.sequence &&
        seen.acknowledgement === segment.acknowledgement &&
        seen.flags === segment.flags &&
        Math.abs(segment.since(seen.seconds, seen.nanoseconds)) < within,
    );
    return found?.frame ?? 0;
  }

  /** Remembers a packet. */
  add(segment: TcpSegment, ipId: number, checksum: number): void {
    const seen = this.#seen[this.#next]!;
    this.#next = (this.#next + 1) & (REMEMBERED - 1);
    seen.frame = segment.frame;
    seen.stream = segment.conversation.stream;
    seen.direction = segment.direction;
    seen.ipId = ipId;
    seen.checksum = checksum;
    seen.sequence = segment.sequence;
    seen.acknowledgement = segment.acknowledgement;
    seen.flags = segment.flags;
    seen.seconds = segment.seconds;
    seen.nanoseconds = segment.nanoseconds;
  }
}
