import { ACK, RST, SYN } from '@praktikum/capture';
import type { StorySegment } from './story-segment.ts';

/** The segments that opened a connection; undefined where the capture does not hold one. */
export interface Handshake {
  readonly syn: StorySegment | undefined;
  readonly synAck: StorySegment | undefined;
  readonly ack: StorySegment | undefined;
  /** The SYN of the other side, where both opened at once. */
  readonly crossed: StorySegment | undefined;
  /** Frames of SYNs that were sent again, without those below. */
  readonly repeated: readonly number[];
  /** Frames of SYNs that came after a refusal. */
  readonly retried: readonly number[];
}

/** Finds the three segments of the handshake (RFC 9293, section 3.5). */
export function findHandshake(segments: readonly StorySegment[]): Handshake {
  const syns = segments.filter(({ flags }) => (flags & (SYN | ACK)) === SYN);
  const syn = syns[0];
  const crossed = syns.find(({ fromClient }) => fromClient !== syn?.fromClient);
  const synAcks = segments.filter(
    ({ flags, fromClient }) =>
      (flags & (SYN | ACK)) === (SYN | ACK) && fromClient !== syn?.fromClient,
  );
  const synAck = synAcks.find((answer) => takenWithSyn(answer, syn) !== undefined) ?? synAcks[0];
  const ack = segments.find(
    ({ flags, fromClient, frame, rawAcknowledgement }) =>
      synAck !== undefined &&
      frame > synAck.frame &&
      fromClient !== synAck.fromClient &&
      (flags & (SYN | RST | ACK)) === ACK &&
      rawAcknowledgement === afterSyn(synAck),
  );
  const again = syns.filter((other) => other !== syn && other !== crossed);
  const has = (label: string) => (segment: StorySegment) => segment.labels.includes(label);
  const retried = again.filter(has('connect_retry'));
  const copies = again.filter(has('capture_duplicate'));
  const repeated = again.filter((other) => !retried.includes(other) && !copies.includes(other));
  const frames = (list: readonly StorySegment[]) => list.map(({ frame }) => frame);
  return { syn, synAck, ack, crossed, repeated: frames(repeated), retried: frames(retried) };
}

/**
 * Bytes of data in a SYN that a SYN-ACK acknowledges with it, all or none (RFC 7413): 0 where no SYN was
 * captured, undefined where the SYN-ACK acknowledges another number.
 */
export function takenWithSyn(
  { rawAcknowledgement }: StorySegment,
  syn: StorySegment | undefined,
): number | undefined {
  if (!syn) return 0;
  const taken = (rawAcknowledgement - afterSyn(syn)) >>> 0;
  return taken === 0 || taken === syn.length ? taken : undefined;
}

/** The number that acknowledges a SYN: the SYN itself takes one. */
export function afterSyn({ rawSequence }: StorySegment): number {
  return (rawSequence + 1) >>> 0;
}
