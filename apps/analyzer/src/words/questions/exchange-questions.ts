import { countText, framesText, msText } from '@praktikum/capture-report';
import type { ConversationStory } from '../../story/conversation-story.ts';
import { bytesText } from '../bytes-text.ts';
import { COLUMNS } from '../wrap-text.ts';
import { NO_DATA } from './data-questions.ts';
import type { Finding, Question, QuestionedCapture } from './question.ts';

/**
 * Turns and answers that are listed.
 * @unit turns
 * @against an answer that is a transcript
 * @provenBy ../../../integration/limits.spec.ts: answers with ten of many, and counts the rest
 */
const MOST_LISTED = 10;
/** Bytes of a message that are looked for in its answer, which may have words of its own before them. */
const COMPARED_BYTES = 512;

/** Questions 13 and 14: what was said, and how long the echo took. */
export const EXCHANGE_QUESTIONS: readonly Question[] = [
  {
    question: {
      id: 'Frame mana membawa teks yang dikirim, dan yang diterima?',
      en: 'Which frames carry the text sent, and the text received?',
    },
    answer: textAnswer,
  },
  {
    question: { id: 'Berapa round trip echo-nya?', en: 'What is the round trip of the echo?' },
    answer: echoAnswer,
  },
];

function textAnswer({ story }: QuestionedCapture): Finding {
  const { turns } = story;
  if (turns.length === 0) return NO_DATA;
  const shown = turns.slice(0, MOST_LISTED);
  const rest = turns.length - shown.length;
  const lines = (language: 'id' | 'en') => [
    ...shown.map(({ fromClient, frames, bytes, text }) => {
      const arrow = fromClient ? '→ client' : '← server';
      const count = `${countText(bytes, language)} byte${language === 'en' ? 's' : ''}`;
      const head = `  ${arrow}, ${framesText(frames, 3)}, ${count}: `;
      // Two columns for the indent of the answer, two for the quotation marks.
      return head + bytesText(text, Math.min(30, COLUMNS - 4 - head.length), bytes);
    }),
    ...(rest > 0 ? [language === 'id' ? `  … dan ${rest} lagi` : `  … and ${rest} more`] : []),
  ];
  return {
    text: { id: lines('id'), en: lines('en') },
    frames: shown.flatMap(({ frames }) => frames.slice(0, 4)),
    data: {
      turns: turns.map(({ fromClient, frames, bytes, text }) => ({
        from: fromClient ? 'client' : 'server',
        frames,
        bytes,
        text: bytesText(text, 200, bytes).slice(1, -1),
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

function echoAnswer({ story }: QuestionedCapture): Finding {
  const replies = repliesOf(story);
  if (replies.length === 0) {
    const text = {
      id: ['Tidak ada pesan client yang dijawab server di rekaman ini.'],
      en: ['No message of the client is answered by the server in this capture.'],
    };
    return { text, frames: [], missing: true };
  }
  const shown = replies.slice(0, MOST_LISTED);
  const words = {
    id: { echo: 'isinya kembali', other: 'isinya lain' },
    en: { echo: 'the same text came back', other: 'the text differs' },
  };
  const lines = (language: 'id' | 'en') =>
    shown.map(({ asked, answered, nanoseconds, echo }) => {
      const said = echo ? words[language].echo : words[language].other;
      return `  frame ${asked} → ${answered}: ${msText(nanoseconds, language)}, ${said}`;
    });
  return {
    text: {
      id: ['Dari pesan sampai awal jawabannya, di tempat perekaman:', ...lines('id')],
      en: ['From the message to the start of its answer, where it was captured:', ...lines('en')],
    },
    frames: shown.flatMap(({ asked, answered }) => [asked, answered]),
    data: {
      replies: replies.map(({ nanoseconds, ...reply }) => ({
        ...reply,
        seconds: nanoseconds / 1e9,
      })),
    },
  };
}
