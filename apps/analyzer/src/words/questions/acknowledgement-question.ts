import { ACK, RST } from '@praktikum/capture';
import { framesText } from '@praktikum/capture-report';
import { type CapturePlace, capturePlace } from '../../story/capture-place.ts';
import { type MainSender, mainSender } from '../../story/main-sender.ts';
import type { Words } from '../words.ts';
import { type Finding, missing, type QuestionedCapture } from './question.ts';

/** An ACK that came so much later than the round trip was mostly delayed (RFC 1122, section 4.2.3.2: up to 500 ms). */
const DELAYED_NS = 20e6;

/** An ACK of new data. */
interface Acknowledgement {
  readonly frame: number;
  readonly bytes: number;
  /** Segments that it covers whole, as they were captured. */
  readonly segments: number;
  /** Nanoseconds since the segment that it ends exactly at; -1 when there is none. */
  readonly waited: number;
}

/** Question 10: how much an ACK covers, and which ones waited longer than their way through the network. */
export function acknowledgementAnswer({ story }: QuestionedCapture, words: Words): Finding {
  const { questions, number, ms } = words;
  const { flow: texts } = questions;
  const sender = mainSender(story);
  if (!sender) return missing(questions.noData);
  const covered = acknowledgements(sender);
  if (covered.length === 0) return missing(texts.noAck);
  const usual = covered.map(({ bytes }) => bytes).toSorted((one, other) => one - other);
  const median = usual[Math.floor(usual.length / 2)]!;
  const several = framesOf(covered.filter(({ segments }) => segments > 1));
  const place = capturePlace(story);
  const way = wayToReceiver(place, sender, covered);
  const late = framesOf(covered.filter(({ waited }) => way >= 0 && waited - way >= DELAYED_NS));
  const near = place && (place.near === sender.name ? 'sender' : NEAR[place.near]);
  const waits =
    late.length > 0 ? texts.late(ms(DELAYED_NS), ms(way), framesText(late)) : texts.prompt;
  return {
    text: [
      `${texts.median(number(median), covered.length)} ${
        several.length > 0 ? texts.several(several.length, framesText(several)) : texts.single
      }`,
      ...(near ? [texts.near[near](ms(Math.max(0, way)))] : []),
      ...(way < 0 ? [texts.noWay] : [waits]),
    ],
    frames: (late.length > 0 ? late : framesOf(covered)).slice(0, 8),
    data: {
      medianBytes: median,
      acknowledgements: covered.length,
      coverSeveral: several,
      roundTrip: way < 0 ? null : way / 1e9,
      capturedNear: near ?? null,
      delayed: late,
    },
  };
}

/** The place of capture as seen from the sender; `client` and `server` are then the receiver. */
const NEAR = {
  client: 'receiver',
  server: 'receiver',
  between: 'between',
  local: 'local',
} as const;

function framesOf(list: readonly Acknowledgement[]): number[] {
  return list.map(({ frame }) => frame);
}

const REPEATED: ReadonlySet<string> = new Set([
  'retransmission',
  'out_of_order',
  'conflicting_data',
]);

function acknowledgements({ data, answers }: MainSender): Acknowledgement[] {
  const first = data[0]!.rawSequence;
  const ends = [
    ...new Set(data.map(({ rawSequence, length }) => (rawSequence + length - first) | 0)),
  ];
  ends.sort((one, other) => one - other);
  const end = ends.at(-1)!;
  const covered: Acknowledgement[] = [];
  let last = 0;
  let behind = 0;
  let repeated = 0;
  const again = data.filter(({ labels }) => labels.some((label) => REPEATED.has(label)));
  for (const { frame, flags, rawAcknowledgement, roundTrip, acknowledgedFrame } of answers) {
    // A FIN takes a number too, but is no data.
    const upTo = Math.min((rawAcknowledgement - first) | 0, end);
    if ((flags & (ACK | RST)) !== ACK || upTo <= last) continue;
    const before = behind;
    while (behind < ends.length && ends[behind]! <= upTo) behind += 1;
    // What was repeated meanwhile may have filled a gap: then the ACK waited for that.
    while (repeated < again.length && again[repeated]!.frame < frame) repeated += 1;
    const filled = (again[repeated - 1]?.frame ?? 0) > acknowledgedFrame;
    const waited = filled ? -1 : roundTrip;
    covered.push({ frame, bytes: upTo - last, segments: behind - before, waited });
    last = upTo;
  }
  return covered;
}

/**
 * From the place of capture to the receiver and back, as the handshake shows it, or the fastest ACK; -1
 * where neither does. One ACK alone cannot tell its delay from its way.
 */
function wayToReceiver(
  place: CapturePlace | undefined,
  { name }: MainSender,
  covered: readonly Acknowledgement[],
): number {
  const ways = covered.map(({ waited }) => waited).filter((waited) => waited >= 0);
  if (place) ways.push(name === 'client' ? place.toServer : place.toClient);
  return ways.length > 1 || place ? Math.min(...ways) : -1;
}
