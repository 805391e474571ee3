import { ACK, FIN, RST, SYN } from '@praktikum/capture';
import type { ReportSegment } from '@praktikum/capture-report';

/**
 * How far back is looked for what an ACK covers.
 * @unit segments
 * @against a page that stops at every click
 * @provenBy ./relations.spec.ts: looks back so far for what an ACK covers
 */
const MOST_LOOKED_BACK = 2_000;

/** How a segment hangs together with others: places in the conversation. */
export interface Relations {
  /** The first segment that acknowledges all of this one; the answer to a datagram. */
  readonly acknowledgedBy: number | undefined;
  /** Segments that this one is the first to acknowledge, in their order; the datagram that it answers. */
  readonly acknowledges: readonly number[];
  /** The segment that this one repeats. */
  readonly repeats: number | undefined;
}

/** Follows a segment through its conversation. */
export function relationsOf(segments: readonly ReportSegment[], index: number): Relations {
  const segment = segments[index]!;
  if (segment.said !== '') return datagramRelations(segments, index);
  const original = segments.findIndex(({ frame }) => frame === segment.originalFrame);
  return {
    acknowledgedBy: takesNumbers(segment) ? acknowledgementOf(segments, index) : undefined,
    acknowledges: acknowledgedWith(segments, index),
    repeats: original === -1 ? undefined : original,
  };
}

/** Of a question and its answer. */
function datagramRelations(segments: readonly ReportSegment[], index: number): Relations {
  const { frame, acknowledgedFrame } = segments[index]!;
  const answer = segments.findIndex((other) => other.acknowledgedFrame === frame);
  const question = segments.findIndex((other) => other.frame === acknowledgedFrame);
  return {
    acknowledgedBy: answer === -1 ? undefined : answer,
    acknowledges: question === -1 ? [] : [question],
    repeats: undefined,
  };
}

/** Data, SYN and FIN take sequence numbers, and so are acknowledged. */
function takesNumbers({ flags, length }: ReportSegment): boolean {
  return (flags & RST) === 0 && (length > 0 || (flags & (SYN | FIN)) !== 0);
}

function endOf({ sequence, length, flags }: ReportSegment): number {
  return sequence + length + ((flags & SYN) === 0 ? 0 : 1) + ((flags & FIN) === 0 ? 0 : 1);
}

/** Sequence numbers wrap: `number` counts as at or after `other` within half their range. */
function isAtOrAfter(number: number, other: number): boolean {
  return ((number - other) | 0) >= 0;
}

function acknowledgementOf(segments: readonly ReportSegment[], index: number): number | undefined {
  const sent = segments[index]!;
  const end = endOf(sent);
  for (let at = index + 1; at < segments.length; at += 1) {
    const { fromClient, flags, acknowledgement } = segments[at]!;
    if (fromClient === sent.fromClient || (flags & ACK) === 0) continue;
    if (isAtOrAfter(acknowledgement, end)) return at;
  }
  return undefined;
}

function acknowledgedWith(segments: readonly ReportSegment[], index: number): number[] {
  const { fromClient, flags, acknowledgement } = segments[index]!;
  if ((flags & ACK) === 0) return [];
  const found: number[] = [];
  const first = Math.max(0, index - MOST_LOOKED_BACK);
  for (let at = index - 1; at >= first; at -= 1) {
    const earlier = segments[at]!;
    if (earlier.fromClient === fromClient) {
      const covered =
        (earlier.flags & ACK) !== 0 && isAtOrAfter(earlier.acknowledgement, acknowledgement);
      if (covered) return found;
      continue;
    }
    if (!takesNumbers(earlier) || !isAtOrAfter(acknowledgement, endOf(earlier))) continue;
    // An earlier ACK may have covered it already.
    if (acknowledgementOf(segments, at) === index) found.unshift(at);
    else break;
  }
  return found;
}
