import { framesText, labelText } from '@praktikum/capture-report';
import type {
  DatagramFates,
  DatagramPair,
  DatagramStory,
  StoryDatagram,
} from '../../story/datagram-story.ts';
import { arrowLines, columnHeads, heads, labelLines } from '../explanation/ladder.ts';
import type { Words } from '../words.ts';
import { wrapText } from '../wrap-text.ts';

/**
 * Datagrams of a ladder, and answers below it, that are shown when not all are asked for.
 * @unit datagrams
 * @against a ladder of thousands of lines
 * @provenBy ../../../integration/datagrams.spec.ts: shows so many datagrams and counts the rest
 */
const MOST_SHOWN = 100;

/** The datagrams as a ladder. */
export function datagramLadder(story: DatagramStory, words: Words, all = false): string[] {
  const { datagrams, leftOut } = story;
  const { datagrams: texts } = words;
  const shown = all ? datagrams : datagrams.slice(0, MOST_SHOWN);
  const hidden = datagrams.length - shown.length;
  return [
    ...heads(story, words),
    ...columnHeads(words),
    ...shown.flatMap((datagram) => [
      ...arrowLines(datagram, datagramText(datagram), words),
      ...datagram.labels.flatMap((label) =>
        labelLines(labelText(label, words.labels).name, datagram.fromClient),
      ),
    ]),
    ...(hidden > 0 ? wrapText(texts.hidden(hidden), '  ') : []),
    ...(leftOut > 0 ? wrapText(texts.leftOut(leftOut), '  ') : []),
  ];
}

/** What stands on the arrow of a datagram. */
export function datagramText({ icmp, length }: StoryDatagram): string {
  return icmp === undefined ? `UDP Len=${length}` : `ICMP ${icmp}`;
}

/** Which datagram answers which, and which have no answer. */
export function answerLines(story: DatagramStory, words: Words, all = false): string[] {
  const texts = answerTexts(story, words);
  const shown = all ? texts : texts.slice(0, MOST_SHOWN);
  const rest = texts.length - shown.length;
  return [
    ...[...shown, ...(rest > 0 ? [words.questions.more(rest)] : [])].flatMap((text) =>
      wrapText(text, '    ', '  '),
    ),
    ...wrapText(words.datagrams.note, '  '),
  ];
}

/** The same as paragraphs: what is wrong first, since there may be many answers. */
export function answerTexts({ fates }: DatagramStory, words: Words): string[] {
  return [...lossTexts(fates, words), ...pairTexts(fates.pairs, words)];
}

/** Which datagram answers which, and after what time. */
export function pairTexts(
  pairs: readonly DatagramPair[],
  { datagrams: texts, ms }: Words,
): string[] {
  return pairs.map(({ question, answer, roundTrip, echo }) =>
    texts.answered(question, answer, ms(roundTrip), echo),
  );
}

/** Which have no answer, and what the network said of them. */
export function lossTexts(
  { unanswered, undelivered }: DatagramFates,
  { datagrams: texts }: Words,
): string[] {
  return [
    ...(unanswered.length > 0 ? [texts.unanswered(framesText(unanswered, 40))] : []),
    ...undelivered.map(({ frame, icmp }) =>
      icmp.endsWith('/port') ? texts.nobody(frame, icmp) : texts.icmp(frame, icmp),
    ),
  ];
}
