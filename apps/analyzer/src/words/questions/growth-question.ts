import { mainSender } from '../../story/main-sender.ts';
import type { Words } from '../words.ts';
import { type Finding, missing, type QuestionedCapture } from './question.ts';

/** Bytes that may be sent at once before the first ACK (RFC 6928, section 2). */
const initialWindow = (segmentBytes: number) =>
  Math.min(10 * segmentBytes, Math.max(2 * segmentBytes, 14_600));
const USUAL_SEGMENT_BYTES = 1460;
/**
 * Round trips that are looked at.
 * @unit round trips
 * @against an answer that is a table
 * @provenBy ../../../integration/limits.spec.ts: follows the growth for ten round trips
 */
const MOST_ROUNDS = 10;
/** From here on a round counts as slow start: it would double what is in flight. */
const SLOW_START_GROWTH = 1.5;

/** How what is in flight grows from one round trip to the next. */
export function growthAnswer({ story }: QuestionedCapture, { questions, number }: Words): Finding {
  const { growth: texts } = questions;
  const sender = mainSender(story);
  if (!sender) return missing(questions.noData);
  const { initialRoundTrip, flows } = story.conversation;
  const sizes = flows.map(({ maximumSegmentSize: size }) => size).filter((size) => size > 0);
  const segmentBytes = sizes.length > 0 ? Math.min(...sizes) : USUAL_SEGMENT_BYTES;
  const once = sender.data.filter(({ labels }) => !labels.includes('retransmission'));
  const bytes = once.reduce((sum, { length }) => sum + length, 0);
  const window = initialWindow(segmentBytes);
  if (bytes <= window) return missing(texts.tooLittle(number(bytes), number(window)));
  if (initialRoundTrip <= 0) return missing(texts.noRoundTrip);
  const rounds = new Map<number, { frame: number; flight: number }>();
  const start = sender.data[0]!.at;
  for (const { at, frame, bytesInFlight } of sender.data) {
    // Of a clock that was set back no round is known.
    if (at < start) continue;
    const round = Math.floor((at - start) / initialRoundTrip);
    if ((rounds.get(round)?.flight ?? 0) >= bytesInFlight) continue;
    rounds.set(round, { frame, flight: bytesInFlight });
  }
  const listed = [...rounds.values()].slice(0, MOST_ROUNDS);
  const grew = listed.findIndex(
    ({ flight }, index) => index > 0 && flight < listed[index - 1]!.flight * SLOW_START_GROWTH,
  );
  const slow = grew === -1 ? listed.length : grew;
  const list = listed.map(({ flight }) => number(flight)).join(', ');
  return {
    text: [texts.inFlight(list), slow > 1 ? texts.slowStart(slow) : texts.noSlowStart],
    frames: listed.map(({ frame }) => frame),
    data: { inFlight: listed.map(({ flight }) => flight), slowStartRounds: slow },
  };
}
