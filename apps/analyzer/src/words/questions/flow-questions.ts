import { ACK, RST, SYN } from '@praktikum/capture';
import { framesText } from '@praktikum/capture-report';
import { acknowledgementOf, mainSender } from '../../story/main-sender.ts';
import type { StorySegment } from '../../story/story-segment.ts';
import type { Words } from '../words.ts';
import { acknowledgementAnswer } from './acknowledgement-question.ts';
import { growthAnswer } from './growth-question.ts';
import { type Finding, missing, type Question, type QuestionedCapture } from './question.ts';

const SYN_ACK = SYN | ACK;

/** Windows, retransmissions, ACKs, throughput, congestion control. */
export const FLOW_QUESTIONS: readonly Question[] = [
  { name: 'window', answer: windowAnswer },
  { name: 'retransmissions', answer: retransmissionAnswer },
  { name: 'acknowledgements', answer: acknowledgementAnswer },
  { name: 'throughput', answer: throughputAnswer },
  { name: 'growth', answer: growthAnswer },
];

function windowAnswer({ story }: QuestionedCapture, { questions, number }: Words): Finding {
  const { flow: texts } = questions;
  const sender = mainSender(story);
  if (!sender) return missing(questions.noData);
  const offers = sender.answers.filter(
    ({ flags }) => (flags & RST) === 0 && (flags & SYN_ACK) !== 0,
  );
  if (offers.length === 0) return missing(texts.noWindow);
  const smallest = offers.reduce((least, offer) => (offer.window < least.window ? offer : least));
  const held = [
    ...sender.data.filter(({ labels }) => labels.includes('window_full')),
    ...sender.answers.filter(({ labels }) => labels.includes('zero_window')),
  ].map(({ frame }) => frame);
  const flight = Math.max(...sender.data.map(({ bytesInFlight }) => bytesInFlight));
  const unscaled = story.conversation.flows.some(({ scale }) => scale === -1);
  const frames = held.toSorted((one, other) => one - other);
  const verdict =
    held.length > 0
      ? texts.held(framesText(frames))
      : flight < 0
        ? texts.unknownFlight
        : texts.free(number(flight));
  const inSyn = (smallest.flags & SYN) !== 0 ? ` ${texts.inSyn}` : '';
  return {
    text: [
      `${texts.smallest(number(smallest.window), smallest.frame)}${inSyn} ${verdict}`,
      ...(unscaled ? [texts.unscaled] : []),
    ],
    frames: [...new Set([smallest.frame, ...frames])].toSorted((one, other) => one - other),
    data: {
      smallest: smallest.window,
      heldBack: held.length > 0,
      mostInFlight: flight < 0 ? null : flight,
    },
  };
}

function retransmissionAnswer({ story }: QuestionedCapture, { questions, number }: Words): Finding {
  const { flow: texts } = questions;
  const again = story.segments.filter(({ labels }) => labels.includes('retransmission'));
  const twice = story.segments.filter(({ labels }) => labels.includes('capture_duplicate'));
  const other = story.segments.filter(({ labels }) => labels.includes('conflicting_data'));
  const retried = story.segments.filter(({ labels }) => labels.includes('connect_retry'));
  const named = (list: readonly StorySegment[]) => framesText(list.map(({ frame }) => frame));
  const frames = again.map(({ frame }) => frame);
  const said = again.length > 0 ? texts.again(framesText(frames)) : texts.never;
  return {
    text: [
      `${said} ${texts.checked(number(story.segments.length))}`,
      ...(twice.length > 0 ? [texts.twice(named(twice))] : []),
      ...(other.length > 0 ? [texts.otherBytes(named(other))] : []),
      ...(retried.length > 0 ? [texts.retried(named(retried))] : []),
    ],
    frames,
    data: { retransmissions: again.length, capturedTwice: twice.length },
  };
}

function throughputAnswer({ story }: QuestionedCapture, { questions, number }: Words): Finding {
  const { flow: texts } = questions;
  const sender = mainSender(story);
  if (!sender) return missing(questions.noData);
  const [first] = sender.data;
  const last = sender.data.at(-1)!;
  const acknowledgement = acknowledgementOf(last, sender.answers);
  const end = acknowledgement ?? last;
  const bytes = story.turns
    .filter(({ fromClient }) => fromClient === (sender.name === 'client'))
    .reduce((sum, turn) => sum + turn.bytes, 0);
  const seconds = (end.at - first!.at) / 1e9;
  if (seconds <= 0) return missing(seconds < 0 ? texts.back : texts.moment, [first!.frame]);
  const rate = number(Math.round(bytes / seconds));
  return {
    text: [
      texts.throughput(
        rate,
        number(bytes),
        sender.name,
        number(seconds, 6),
        acknowledgement?.frame ?? 0,
      ),
    ],
    frames: [first!.frame, end.frame],
    data: { bytes, seconds, bytesPerSecond: bytes / seconds },
  };
}
