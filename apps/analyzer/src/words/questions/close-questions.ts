import { TERMS } from '@praktikum/capture-report';
import { connectionEnding } from '../../story/connection-ending.ts';
import { roleOf, serverOf } from '../../story/conversation-story.ts';
import { endpointText } from '../../story/endpoint-text.ts';
import { closeTexts, resetTexts } from '../explanation/close-lines.ts';
import type { Finding, Question, QuestionedCapture } from './question.ts';

/**
 * Connections that are listed.
 * @unit connections
 * @against an answer that is a table
 * @provenBy ../../../integration/limits.spec.ts: answers with ten of many, and counts the rest
 */
const MOST_LISTED = 10;

/** Questions 15 to 17: the close, the reset, and all connections. */
export const CLOSE_QUESTIONS: readonly Question[] = [
  {
    question: {
      id: 'Siapa yang menutup lebih dulu, dengan berapa segmen, dan siapa menunggu di TIME_WAIT?',
      en: 'Who closed first, with how many segments, and who waits in TIME_WAIT?',
    },
    answer: closeAnswer,
  },
  {
    question: { id: 'Mengapa ada reset?', en: 'Why was there a reset?' },
    answer: resetAnswer,
  },
  {
    question: {
      id: 'Berapa koneksi, dan bagaimana keadaan masing-masing?',
      en: 'How many connections are there, and what is the state of each?',
    },
    answer: connectionsAnswer,
  },
];

function closeAnswer({ story }: QuestionedCapture): Finding {
  const { conversation } = story;
  const { lifecycle, flows } = conversation;
  const { closedFirst, closeSegments, reset } = lifecycle;
  const frames = [
    ...new Set(flows.flatMap(({ finFrame, finAckFrame }) => [finFrame, finAckFrame])),
  ].filter((frame) => frame > 0);
  const waits = ([0, 1] as const).filter((end) => lifecycle.states[end] === 'TIME-WAIT');
  return {
    text: { id: closeTexts(story, 'id'), en: closeTexts(story, 'en') },
    frames: [...frames, ...(reset ? [reset.frame] : [])].toSorted((one, other) => one - other),
    missing: closedFirst === undefined && !reset,
    data: {
      closedFirst: closedFirst === undefined ? null : roleOf(conversation, closedFirst),
      segments: closeSegments ?? null,
      timeWait: waits.map((end) => roleOf(conversation, end)),
    },
  };
}

function resetAnswer({ story, survey }: QuestionedCapture): Finding {
  const { conversation } = story;
  const { reset } = conversation.lifecycle;
  if (!reset) {
    const elsewhere = survey.tcp.filter((row) => row.conversation.lifecycle.reset);
    const streams = elsewhere.slice(0, MOST_LISTED).map((row) => row.conversation.stream);
    const others = elsewhere.length > streams.length ? ' …' : '';
    const list = `${streams.join(', ')}${others}`;
    const none = elsewhere.length === 0;
    const text = {
      id: [`Tidak ada reset di koneksi ini${none ? '' : `; ada di stream ${list} (--stream N)`}.`],
      en: [
        `There is no reset in this connection${none ? '' : `; there is one in stream ${list} (--stream N)`}.`,
      ],
    };
    return { text, frames: [], data: { reset: null } };
  }
  const by = roleOf(conversation, reset.by);
  return {
    text: { id: resetTexts(story, 'id'), en: resetTexts(story, 'en') },
    frames: [reset.frame],
    data: { reset: { by, cause: reset.cause, certain: reset.certain } },
  };
}

function connectionsAnswer({ survey }: QuestionedCapture): Finding {
  const shown = survey.tcp.slice(0, MOST_LISTED).map(({ conversation }) => {
    const server = serverOf(conversation);
    const ends = [conversation.client, server] as const;
    const [from, to] = ends.map((end) => endpointText(conversation.endpoint(end)));
    const states = ends.map((end) => conversation.lifecycle.states[end]);
    return { conversation, ends: `${from} → ${to}`, states: states.join(', ') };
  });
  const rest = survey.tcp.length - shown.length;
  const lines = (language: 'id' | 'en') => [
    `${survey.tcp.length}.`,
    ...shown.map(({ conversation, ends, states }) => {
      const ending = TERMS[language].ending[connectionEnding(conversation)];
      return `stream ${conversation.stream}: ${ends} ${ending} (${states})`;
    }),
    ...(rest > 0 ? [language === 'id' ? `… dan ${rest} lagi` : `… and ${rest} more`] : []),
  ];
  return {
    text: { id: lines('id'), en: lines('en') },
    frames: shown.map(({ conversation }) => conversation.firstFrame),
    data: {
      count: survey.tcp.length,
      connections: survey.tcp.map(({ conversation }) => ({
        stream: conversation.stream,
        ending: connectionEnding(conversation),
      })),
    },
  };
}
