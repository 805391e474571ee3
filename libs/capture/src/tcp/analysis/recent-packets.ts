import type { Frame } from '../../frame/frame.ts';
import type { TcpConversation } from '../conversation/tcp-conversation.ts';
import type { TcpSegment } from '../flow/tcp-segment.ts';
import { FIN, SYN } from '../header/tcp-flags.ts';

/** How many packets back a copy is looked for, a power of two. */
const REMEMBERED = 256;
/** A copy comes at once; no retransmission timer is shorter (RFC 6298: 1 s, Linux: 200 ms). */
const COPY_WITHIN = 10_000_000;
/** Without an IP identification to tell them apart, copies must be closer. */
const COPY_WITHOUT_ID_WITHIN = 1_000_000;
/** Of so many packets one may be missing for all of them to count as captured twice. */
const ONE_IN = 8;
/** Link types whose header is the same for every packet that passes one place in one direction. */
const STEADY_LINKS: ReadonlySet<number> = new Set([1, 113, 276]);

interface Seen {
  frame: number;
  conversation: TcpConversation | undefined;
  direction: number;
  /** Whether it takes sequence numbers, so that the same one comes again only when a timer has run out. */
  numbered: boolean;
  copied: boolean;
  ipId: number;
  checksum: number;
  sequence: number;
  acknowledgement: number;
  flags: number;
  interfaceId: number;
  ttl: number;
  link: number;
  seconds: number;
  nanoseconds: number;
}

/**
 * The last packets, to recognise one that was captured twice: `-i any` shows a packet on every interface
 * it crosses, a mirror port on its way in and out. The same numbers alone prove nothing: duplicate ACKs
 * are alike and follow one another at once (RFC 5681, section 3.2). One of these must speak for it:
 * - the IP identification, where the sender tells its packets apart by it. An atomic datagram may have
 *   any (RFC 6864, section 4.1), mostly 0; IPv6 has none;
 * - another interface, TTL or link header;
 * - all that takes sequence numbers in this connection was captured twice.
 */
export class RecentPackets {
  readonly #seen: Seen[] = Array.from({ length: REMEMBERED }, () => ({
    frame: 0,
    conversation: undefined,
    direction: 0,
    numbered: false,
    copied: false,
    ipId: 0,
    checksum: 0,
    sequence: 0,
    acknowledgement: 0,
    flags: 0,
    interfaceId: 0,
    ttl: 0,
    link: 0,
    seconds: 0,
    nanoseconds: 0,
  }));
  #next = 0;
  #repeats = false;

  /** The frame of which a segment is a copy; 0 when it is none. It is then to be added. */
  find(segment: TcpSegment, frame: Frame, checksum: number): number {
    const identified = frame.ipId !== 0 && !this.#sharesId(segment, frame.ipId);
    const within = identified ? COPY_WITHIN : COPY_WITHOUT_ID_WITHIN;
    const found = this.#seen.find(
      (seen) =>
        isOf(segment, seen) &&
        seen.ipId === frame.ipId &&
        isSame(segment, seen) &&
        seen.checksum === checksum &&
        age(segment, seen) < within,
    );
    if (!found) return 0;
    found.copied = true;
    this.#repeats = true;
    const proven = identified || isElsewhere(frame, found) || this.#allDoubled(segment);
    return proven ? found.frame : 0;
  }

  /** Remembers a packet. */
  add(segment: TcpSegment, frame: Frame, checksum: number): void {
    const seen = this.#seen[this.#next]!;
    this.#next = (this.#next + 1) & (REMEMBERED - 1);
    const { conversation } = segment;
    seen.frame = segment.frame;
    seen.conversation = conversation;
    seen.direction = segment.direction;
    seen.numbered = isNumbered(segment);
    seen.copied = this.#repeats;
    seen.ipId = frame.ipId;
    seen.checksum = checksum;
    seen.sequence = segment.sequence;
    seen.acknowledgement = segment.acknowledgement;
    seen.flags = segment.flags;
    seen.interfaceId = frame.interfaceId;
    seen.ttl = frame.ttl;
    seen.link = linkHash(frame);
    seen.seconds = segment.seconds;
    seen.nanoseconds = segment.nanoseconds;
    if (seen.numbered) {
      if (this.#repeats) conversation.seenTwice += 1;
      else conversation.seenOnce += 1;
    }
    this.#repeats = false;
  }

  /** Whether the sender gave the same identification to another packet too. */
  #sharesId(segment: TcpSegment, ipId: number): boolean {
    return this.#seen.some(
      (seen) => isOf(segment, seen) && seen.ipId === ipId && !isSame(segment, seen),
    );
  }

  #allDoubled(segment: TcpSegment): boolean {
    const { seenOnce, seenTwice } = segment.conversation;
    const twice = seenTwice + (isNumbered(segment) ? 1 : 0);
    // The copies of the latest ones may still come.
    const waiting = this.#seen.filter(
      (seen) =>
        seen.conversation === segment.conversation &&
        seen.numbered &&
        !seen.copied &&
        age(segment, seen) < COPY_WITHOUT_ID_WITHIN,
    ).length;
    return twice > 0 && seenOnce - waiting <= twice + Math.floor(twice / ONE_IN);
  }
}

function isOf(segment: TcpSegment, seen: Seen): boolean {
  return seen.conversation === segment.conversation && seen.direction === segment.direction;
}

function isSame(segment: TcpSegment, seen: Seen): boolean {
  return (
    seen.sequence === segment.sequence &&
    seen.acknowledgement === segment.acknowledgement &&
    seen.flags === segment.flags
  );
}

function age(segment: TcpSegment, { seconds, nanoseconds }: Seen): number {
  return Math.abs(segment.since(seconds, nanoseconds));
}

function isNumbered({ payloadLength, flags }: TcpSegment): boolean {
  return payloadLength > 0 || (flags & (SYN | FIN)) !== 0;
}

function isElsewhere(frame: Frame, seen: Seen): boolean {
  const { interfaceId, ttl } = frame;
  return seen.interfaceId !== interfaceId || seen.ttl !== ttl || seen.link !== linkHash(frame);
}

/** A number for the link header, where it tells the place of capture: of Linux's, the interface is in it. */
function linkHash({ bytes, start, linkType, ipStarts }: Frame): number {
  if (!STEADY_LINKS.has(linkType)) return 0;
  let hash = 0;
  for (let at = start; at < ipStarts[0]!; at += 1) hash = (Math.imul(hash, 31) + bytes[at]!) | 0;
  return hash;
}
