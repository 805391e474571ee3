import { ACK, RST, SYN } from '@praktikum/capture';
import { framesText } from '@praktikum/capture-report';
import { acknowledgementOf, mainSender } from '../../story/main-sender.ts';
import type { Words } from '../words.ts';
import { growthAnswer } from './growth-question.ts';
import { type Finding, missing, type Question, type QuestionedCapture } from './question.ts';

/** An ACK that waited as long as this was delayed on purpose (RFC 1122, section 4.2.3.2: up to 500 ms). */
const DELAYED_NS = 20e6;

/** Questions 8 to 12: windows, retransmissions, ACKs, throughput, congestion control. */
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
  const offers = sender?.answers.filter(({ flags }) => (flags & (SYN | RST | ACK)) === ACK) ?? [];
  if (!sender || offers.length === 0) return missing(questions.noData);
  const smallest = offers.reduce((least, offer) => (offer.window < least.window ? offer : least));
  const held = story.segments.filter(({ labels }) =>
    labels.some((label) => label === 'window_full' || label === 'zero_window'),
  );
  const flight = Math.max(...sender.data.map(({ bytesInFlight }) => bytesInFlight));
  const unscaled = story.conversation.flows.some(({ scale }) => scale === -1);
  const frames = held.map(({ frame }) => frame);
  const verdict =
    held.length > 0
      ? texts.held(framesText(frames))
      : flight < 0
        ? texts.unknownFlight
        : texts.free(number(flight));
  return {
    text: [
      `${texts.smallest(number(smallest.window))} ${verdict}`,
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
  const frames = again.map(({ frame }) => frame);
  const copies = framesText(twice.map(({ frame }) => frame));
  const said = again.length > 0 ? texts.again(framesText(frames)) : texts.never;
  return {
    text: [
      `${said} ${texts.checked(number(story.segments.length))}`,
      ...(twice.length > 0 ? [texts.twice(copies)] : []),
    ],
    frames,
    data: { retransmissions: again.length, capturedTwice: twice.length },
  };
}

function acknowledgementAnswer({ story }: QuestionedCapture, words: Words): Finding {
  const { questions, number, ms } = words;
  const { flow: texts } = questions;
  const sender = mainSender(story);
  if (!sender) return missing(questions.noData);
  const covered: { frame: number; bytes: number; waited: number }[] = [];
  let last = sender.data[0]!.rawSequence;
  const end = sender.data.reduce((most, { rawSequence, length }) => {
    const next = (rawSequence + length) >>> 0;
    return ((next - most) | 0) > 0 ? next : most;
  }, last);
  for (const { frame, flags, rawAcknowledgement, roundTrip } of sender.answers) {
    // A FIN takes a number too, but is no data.
    const bytes = Math.min((rawAcknowledgement - last) | 0, (end - last) | 0);
    if ((flags & (ACK | RST)) !== ACK || bytes <= 0) continue;
    covered.push({ frame, bytes, waited: roundTrip });
    last = rawAcknowledgement;
  }
  if (covered.length === 0) return missing(texts.noAck);
  const sorted = covered.map(({ bytes }) => bytes).toSorted((one, other) => one - other);
  const usual = sorted[Math.floor(sorted.length / 2)]!;
  const late = covered.filter(({ waited }) => waited >= DELAYED_NS).map(({ frame }) => frame);
  const waits = late.length > 0 ? texts.late(ms(DELAYED_NS), framesText(late)) : texts.prompt;
  return {
    text: [`${texts.median(number(usual), covered.length)} ${waits}`],
    frames: (late.length > 0 ? late : covered.map(({ frame }) => frame)).slice(0, 8),
    data: { medianBytes: usual, acknowledgements: covered.length, delayed: late },
  };
}

function throughputAnswer({ story }: QuestionedCapture, { questions, number }: Words): Finding {
  const { flow: texts } = questions;
  const sender = mainSender(story);
  if (!sender) return missing(questions.noData);
  const [first] = sender.data;
  const last = sender.data.at(-1)!;
  const end = acknowledgementOf(last, sender.answers) ?? last;
  const bytes = story.turns
    .filter(({ fromClient }) => fromClient === (sender.name === 'client'))
    .reduce((sum, turn) => sum + turn.bytes, 0);
  const seconds = (end.at - first!.at) / 1e9;
  if (seconds <= 0) return missing(texts.moment, [first!.frame]);
  const rate = number(Math.round(bytes / seconds));
  return {
    text: [texts.throughput(rate, number(bytes), sender.name, number(seconds, 6))],
    frames: [first!.frame, end.frame],
    data: { bytes, seconds, bytesPerSecond: bytes / seconds },
  };
}
