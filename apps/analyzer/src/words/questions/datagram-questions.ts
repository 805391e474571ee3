import type { DatagramStory } from '../../story/datagram-story.ts';
import { endpointText } from '../../story/endpoint-text.ts';
import { bytesText } from '../bytes-text.ts';
import { lossTexts, pairTexts } from '../datagrams/datagram-lines.ts';
import type { Words } from '../words.ts';
import { commandLines, COMPARED_RUNS } from './compared-runs.ts';
import { datagramsHere } from './guide-questions.ts';
import { type Finding, missing, type Question, type QuestionedCapture } from './question.ts';

type QuestionedDatagrams = QuestionedCapture<DatagramStory>;

/**
 * Datagrams, answers and conversations that are listed.
 * @unit datagrams
 * @against an answer that is a table
 * @provenBy ../../../integration/datagrams.spec.ts: answers with ten of many, and counts the rest
 */
const MOST_LISTED = 10;

/** The questions of the guide, as far as UDP answers them. */
export const GUIDE_DATAGRAM_QUESTIONS: readonly Question<DatagramStory>[] = [
  { name: 'handshake', answer: noHandshake },
  { name: 'tcpAndUdp', answer: udpAndTcp },
  { name: 'threads', answer: noThreads },
];

/** What is asked of a UDP conversation. */
export const DATAGRAM_QUESTIONS: readonly Question<DatagramStory>[] = [
  { name: 'client', answer: (capture) => endpoint(capture, 'client') },
  { name: 'server', answer: (capture) => endpoint(capture, 'server') },
  { name: 'datagrams', answer: datagramsAnswer },
  { name: 'answers', answer: answersAnswer },
  { name: 'lost', answer: lostAnswer },
  { name: 'udpConversations', answer: conversationsAnswer },
];

function noHandshake(_: QuestionedDatagrams, { questions }: Words): Finding {
  const text = [questions.guide.noHandshake, ...commandLines(COMPARED_RUNS.tcp)];
  return { text, frames: [], missing: true };
}

function udpAndTcp({ story, survey }: QuestionedDatagrams, words: Words): Finding {
  const { guide: texts } = words.questions;
  const { text, data } = datagramsHere(survey, words);
  const compare = [texts.noTcpHere, ...commandLines(COMPARED_RUNS.tcp)];
  return {
    text: [texts.tcp, texts.udp, ...text, ...compare],
    frames: story.datagrams.slice(0, 2).map(({ frame }) => frame),
    data: { tcp: null, udp: data },
  };
}

function noThreads(_: QuestionedDatagrams, { questions }: Words): Finding {
  const { threads: texts } = questions;
  const compare = [texts.compare, ...commandLines(COMPARED_RUNS.threads)];
  return { text: [texts.why, texts.datagrams, ...compare], frames: [], missing: true };
}

function endpoint({ story }: QuestionedDatagrams, end: 'client' | 'server'): Finding {
  const frames = story.datagrams.slice(0, 1).map(({ frame }) => frame);
  return { text: [`${story[end]}.`], frames, data: { address: story[end] } };
}

function datagramsAnswer({ story }: QuestionedDatagrams, { questions, number }: Words): Finding {
  const sent = story.datagrams.filter(({ icmp }) => icmp === undefined);
  const shown = sent.slice(0, MOST_LISTED);
  const lines = shown.map(({ frame, fromClient, length, payload }) => {
    const head = `${fromClient ? '→ client' : '← server'}, frame ${frame}, `;
    const bytes = questions.exchange.bytes(number(length));
    return `  ${head}${bytes}: ${bytesText(payload, SHOWN_CHARACTERS, length)}`;
  });
  return {
    text: [questions.datagrams.one, ...lines, ...rest(sent.length, questions)],
    frames: shown.map(({ frame }) => frame),
    data: { datagrams: sent.length + story.leftOut },
  };
}

/** Of the text of a datagram. */
const SHOWN_CHARACTERS = 30;

function answersAnswer({ story }: QuestionedDatagrams, words: Words): Finding {
  const { pairs } = story.fates;
  if (pairs.length === 0) return missing(words.questions.datagrams.noAnswer);
  const times = pairs.map(({ roundTrip }) => roundTrip).toSorted((one, other) => one - other);
  const [least, middle, most] = [times[0]!, times[times.length >> 1]!, times.at(-1)!];
  const shown = pairs.slice(0, MOST_LISTED);
  const lines = pairTexts(shown, words);
  return {
    text: [
      ...lines.map((line) => `  ${line}`),
      ...rest(pairs.length, words.questions),
      words.questions.datagrams.times(...[least, middle, most].map((time) => words.ms(time))),
    ],
    frames: shown.flatMap(({ question, answer }) => [question, answer]),
    data: {
      answers: pairs.map(({ roundTrip, ...pair }) => ({ ...pair, seconds: roundTrip / 1e9 })),
    },
  };
}

function lostAnswer({ story }: QuestionedDatagrams, words: Words): Finding {
  const { unanswered, undelivered } = story.fates;
  const texts = lossTexts(story.fates, words);
  const shown = texts.slice(0, MOST_LISTED);
  const { datagrams: own } = words.questions;
  return {
    text: [
      ...(texts.length === 0 ? [own.noneLost] : [...shown, ...rest(texts.length, words.questions)]),
      ...(unanswered.length > 0 && undelivered.length === 0 ? [own.unknownWhy] : []),
    ],
    frames: [...unanswered, ...undelivered.map(({ frame }) => frame)].toSorted(
      (one, other) => one - other,
    ),
    data: { unanswered, undelivered },
  };
}

function conversationsAnswer(
  { survey }: QuestionedDatagrams,
  { questions, terms }: Words,
): Finding {
  const { udp } = survey;
  const shown = udp.slice(0, MOST_LISTED).map(({ conversation, shown: frames }) => {
    const { stream, client, server, unanswered } = conversation;
    const ending = unanswered > 0 ? `, ${terms.unanswered}: ${unanswered}` : '';
    const ends = `${endpointText(client)} → ${endpointText(server)}`;
    return `UDP stream ${stream}: ${ends}, ${questions.datagrams.count(frames)}${ending}`;
  });
  return {
    text: [`${udp.length}.`, ...shown, ...rest(udp.length, questions)],
    frames: [],
    data: { count: udp.length },
  };
}

function rest(all: number, { more }: Words['questions']): string[] {
  return all > MOST_LISTED ? [more(all - MOST_LISTED)] : [];
}
