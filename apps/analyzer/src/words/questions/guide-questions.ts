import type { CaptureSurvey } from '../../story/capture-survey.ts';
import { findHandshake } from '../../story/handshake.ts';
import { handshakeTexts } from '../explanation/handshake-lines.ts';
import type { Words } from '../words.ts';
import { commandLines, COMPARED_RUNS } from './compared-runs.ts';
import type { Finding, Question, QuestionedCapture } from './question.ts';
import { threadsAnswer } from './threads-question.ts';

/** The three questions of the guide's report, in its order. */
export const GUIDE_QUESTIONS: readonly Question[] = [
  { name: 'handshake', answer: handshakeAnswer },
  { name: 'tcpAndUdp', answer: tcpAndUdpAnswer },
  { name: 'threads', answer: threadsAnswer },
];

function handshakeAnswer({ story }: QuestionedCapture, words: Words): Finding {
  const { paragraphs } = handshakeTexts(story, words);
  const { syn, synAck, ack } = findHandshake(story.segments);
  const isWhole = syn !== undefined && synAck !== undefined && ack !== undefined;
  const shown = [syn, synAck, ack].flatMap((segment) => (segment ? [segment] : []));
  return {
    text: [...paragraphs, ...(isWhole ? [words.questions.guide.proved] : [])],
    frames: shown.map(({ frame }) => frame),
    missing: !isWhole,
    data: {
      segments: shown.map(({ frame, rawSequence, rawAcknowledgement }) => ({
        frame,
        rawSequence,
        rawAcknowledgement,
      })),
    },
  };
}

function tcpAndUdpAnswer({ story, survey }: QuestionedCapture, words: Words): Finding {
  const { guide: texts } = words.questions;
  const { segments, conversation } = story;
  const carrying = segments.filter(({ length }) => length > 0);
  const bytes = carrying.reduce((sum, { length }) => sum + length, 0);
  const again = conversation.flows[0].retransmissions + conversation.flows[1].retransmissions;
  const tcp = [conversation.stream, segments.length, carrying.length, bytes, again] as const;
  const { text, data } = datagramsHere(survey, words);
  return {
    text: [
      texts.tcp,
      texts.udp,
      texts.tcpHere(...tcp),
      ...text,
      ...(data ? [texts.udpDetails] : []),
    ],
    // One that opens, one that carries data, one that closes.
    frames: [
      ...new Set([segments[0], carrying[0], segments.at(-1)].map((shown) => shown?.frame ?? 0)),
    ],
    data: { tcp: { stream: tcp[0], segments: tcp[1], withData: tcp[2], bytes, again }, udp: data },
  };
}

/** What the UDP of the capture shows, all conversations together. */
export function datagramsHere({ udp }: CaptureSurvey, { questions, number }: Words) {
  const { guide: texts } = questions;
  if (udp.length === 0) {
    return { text: [texts.noUdpHere, ...commandLines(COMPARED_RUNS.udp)], data: null };
  }
  const sum = (count: (conversation: (typeof udp)[0]['conversation']) => number) =>
    udp.reduce((total, { conversation }) => total + count(conversation), 0);
  const datagrams = sum(({ questions: asked, answers }) => asked + answers);
  const bytes = sum(({ clientBytes, serverBytes }) => clientBytes + serverBytes);
  const unanswered = sum((conversation) => conversation.unanswered);
  const [all, size, count] = [datagrams, bytes, udp.length].map((value) => number(value));
  return {
    text: [texts.udpHere(all!, size!, count!, number(unanswered))],
    data: { datagrams, bytes, conversations: udp.length, unanswered },
  };
}
