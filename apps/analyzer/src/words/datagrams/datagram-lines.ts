import { framesText } from '@praktikum/capture-report';
import type { DatagramStory, StoryDatagram } from '../../story/datagram-story.ts';
import { arrowLines, columnHeads, heads } from '../explanation/ladder.ts';
import type { Words } from '../words.ts';
import { wrapText } from '../wrap-text.ts';

/** Bytes of a question that are looked for in its answer. */
const COMPARED_BYTES = 128;

/** The datagrams as a ladder. */
export function datagramLadder(story: DatagramStory, words: Words): string[] {
  const { leftOut } = story;
  return [
    ...heads(story, words),
    columnHeads(words),
    ...story.datagrams.flatMap((datagram) => {
      const label = datagram.icmp ? `ICMP ${datagram.icmp}` : `UDP Len=${datagram.length}`;
      return arrowLines(datagram, label, words);
    }),
    ...(leftOut > 0 ? [`  ${words.datagrams.leftOut(leftOut)}`] : []),
  ];
}

/** Which datagram answers which, and which have no answer. */
export function answerLines(story: DatagramStory, words: Words): string[] {
  return [
    ...answerTexts(story, words).flatMap((text) => wrapText(text, '    ', '  ')),
    ...wrapText(words.datagrams.note, '  '),
  ];
}

function answerTexts({ datagrams }: DatagramStory, words: Words): string[] {
  const { datagrams: texts, ms } = words;
  const byFrame = new Map(datagrams.map((datagram) => [datagram.frame, datagram]));
  const answers = datagrams.filter(({ questionFrame }) => questionFrame > 0);
  const answered = new Set(answers.map(({ questionFrame }) => questionFrame));
  const left = datagrams.filter(
    ({ frame, fromClient, icmp }) => fromClient && icmp === undefined && !answered.has(frame),
  );
  return [
    ...answers.map((answer) => {
      const time = ms(answer.roundTrip);
      const same = isEcho(byFrame.get(answer.questionFrame), answer);
      return texts.answered(answer.questionFrame, answer.frame, time, same);
    }),
    ...(left.length > 0 ? [texts.unanswered(framesText(left.map(({ frame }) => frame)))] : []),
    ...datagrams.flatMap(({ frame, icmp }) => {
      if (icmp === undefined) return [];
      return [icmp.endsWith('/port') ? texts.nobody(frame, icmp) : texts.icmp(frame, icmp)];
    }),
  ];
}

function isEcho(question: StoryDatagram | undefined, answer: StoryDatagram): boolean {
  if (!question) return false;
  return Buffer.from(answer.payload).includes(question.payload.subarray(0, COMPARED_BYTES));
}
