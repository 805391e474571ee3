import { framesText } from '@praktikum/capture-report';
import type { ConversationStory } from '../../story/conversation-story.ts';
import { bytesText, shownText } from '../bytes-text.ts';
import type { Words } from '../words.ts';
import { COLUMNS } from '../wrap-text.ts';
import { type Finding, missing, type Question, type QuestionedCapture } from './question.ts';

/**
 * Turns and answers that are listed.
 * @unit turns
 * @against an answer that is a transcript
 * @provenBy ../../../integration/limits.spec.ts: answers with ten of many, and counts the rest
 */
const MOST_LISTED = 10;
/** Bytes of a message that are looked for in its answer, which may have words of its own before them. */
const COMPARED_BYTES = 512;

/** What was said, and how long the echo took. */
export const EXCHANGE_QUESTIONS: readonly Question[] = [
  { name: 'text', answer: textAnswer },
  { name: 'echo', answer: echoAnswer },
];

function textAnswer({ story }: QuestionedCapture, { questions, number }: Words): Finding {
  const { turns } = story;
  if (turns.length === 0) return missing(questions.noData);
  const shown = turns.slice(0, MOST_LISTED);
  const rest = turns.length - shown.length;
  const lines = shown.map(({ fromClient, frames, bytes, text }) => {
    const arrow = fromClient ? '→ client' : '← server';
    const count = questions.exchange.bytes(number(bytes));
    const head = `  ${arrow}, ${framesText(frames, 3)}, ${count}: `;
    // Two columns for the indent of the answer, two for the quotation marks.
    return head + bytesText(text, Math.min(30, COLUMNS - 4 - head.length), bytes);
  });
  return {
    text: [...lines, ...(rest > 0 ? [`  ${questions.more(rest)}`] : [])],
    frames: shown.flatMap(({ frames }) => frames.slice(0, 4)),
    data: {
      turns: turns.map(({ fromClient, frames, bytes, text }) => ({
        from: fromClient ? 'client' : 'server',
        frames,
        bytes,
        text: shownText(text, 200, bytes),
      })),
    },
  };
}

interface Reply {
  readonly asked: number;
  readonly answered: number;
  readonly nanoseconds: number;
  /** Whether the answer holds what was asked. */
  readonly echo: boolean;
}

function repliesOf({ turns }: ConversationStory): Reply[] {
  return turns.flatMap((turn, index) => {
    const next = turns[index + 1];
    if (!turn.fromClient || !next) return [];
    const message = turn.text.subarray(0, COMPARED_BYTES);
    const echo = Buffer.from(next.text).includes(message);
    const [asked, answered] = [turn.frames.at(-1)!, next.frames[0]!];
    return [{ asked, answered, nanoseconds: next.from - turn.to, echo }];
  });
}

function echoAnswer({ story }: QuestionedCapture, { questions, ms }: Words): Finding {
  const { exchange: texts } = questions;
  const replies = repliesOf(story);
  if (replies.length === 0) return missing(texts.noReply);
  const shown = replies.slice(0, MOST_LISTED);
  const lines = shown.map(({ asked, answered, nanoseconds, echo }) => {
    const said = echo ? texts.same : texts.other;
    const time = nanoseconds < 0 ? texts.back : ms(nanoseconds);
    return `  frame ${asked} → ${answered}: ${time}, ${said}`;
  });
  return {
    text: [texts.measured, ...lines],
    frames: shown.flatMap(({ asked, answered }) => [asked, answered]),
    data: {
      replies: replies.map(({ nanoseconds, ...reply }) => ({
        ...reply,
        seconds: nanoseconds < 0 ? null : nanoseconds / 1e9,
      })),
    },
  };
}
