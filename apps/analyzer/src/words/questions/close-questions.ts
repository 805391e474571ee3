import { connectionEnding } from '../../story/connection-ending.ts';
import { roleOf, serverOf } from '../../story/conversation-story.ts';
import { endpointText } from '../../story/endpoint-text.ts';
import { closeTexts, resetTexts } from '../explanation/close-lines.ts';
import type { Words } from '../words.ts';
import type { Finding, Question, QuestionedCapture } from './question.ts';

/**
 * Connections that are listed.
 * @unit connections
 * @against an answer that is a table
 * @provenBy ../../../integration/limits.spec.ts: answers with ten of many, and counts the rest
 */
const MOST_LISTED = 10;

/** The close, the reset, and all connections. */
export const CLOSE_QUESTIONS: readonly Question[] = [
  { name: 'close', answer: closeAnswer },
  { name: 'reset', answer: resetAnswer },
  { name: 'connections', answer: connectionsAnswer },
];

function closeAnswer({ story }: QuestionedCapture, words: Words): Finding {
  const { conversation } = story;
  const { lifecycle, flows } = conversation;
  const { closedFirst, closeSegments, closeUnclear, reset } = lifecycle;
  const frames = [
    ...new Set(flows.flatMap(({ finFrame, finAckFrame }) => [finFrame, finAckFrame])),
  ].filter((frame) => frame > 0);
  const waits = ([0, 1] as const).filter((end) => lifecycle.states[end] === 'TIME-WAIT');
  return {
    text: closeTexts(story, words),
    frames: [...frames, ...(reset ? [reset.frame] : [])].toSorted((one, other) => one - other),
    missing: closedFirst === undefined && !reset,
    data: {
      closedFirst: closedFirst === undefined ? null : roleOf(conversation, closedFirst),
      segments: closeUnclear ? null : (closeSegments ?? null),
      timeWait: waits.map((end) => roleOf(conversation, end)),
    },
  };
}

function resetAnswer({ story, survey }: QuestionedCapture, words: Words): Finding {
  const { conversation } = story;
  const { reset } = conversation.lifecycle;
  if (!reset) {
    const elsewhere = survey.tcp.filter((row) => row.conversation.lifecycle.reset);
    const streams = elsewhere.slice(0, MOST_LISTED).map((row) => row.conversation.stream);
    const others = elsewhere.length > streams.length ? ' …' : '';
    const { noReset, resetIn } = words.questions.close;
    const text = elsewhere.length === 0 ? noReset : resetIn(`${streams.join(', ')}${others}`);
    return { text: [text], frames: [], data: { reset: null } };
  }
  const by = roleOf(conversation, reset.by);
  return {
    text: resetTexts(story, words),
    frames: [reset.frame],
    data: { reset: { by, cause: reset.cause, certain: reset.certain } },
  };
}

function connectionsAnswer({ survey }: QuestionedCapture, { questions, terms }: Words): Finding {
  const shown = survey.tcp.slice(0, MOST_LISTED).map(({ conversation }) => {
    const server = serverOf(conversation);
    const ends = [conversation.client, server] as const;
    const [from, to] = ends.map((end) => endpointText(conversation.endpoint(end)));
    const states = ends.map((end) => conversation.lastStates[end]);
    const named = states.map((state) => (state === 'UNKNOWN' ? '?' : state));
    return { conversation, ends: `${from} → ${to}`, states: named.join(', ') };
  });
  const rest = survey.tcp.length - shown.length;
  return {
    text: [
      `${survey.tcp.length}.`,
      ...shown.map(({ conversation, ends, states }) => {
        const ending = terms.ending[connectionEnding(conversation)];
        return `stream ${conversation.stream}: ${ends} ${ending} (${states})`;
      }),
      ...(rest > 0 ? [questions.more(rest)] : []),
    ],
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
