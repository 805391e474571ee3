import { framesText } from '@praktikum/capture-report';
import type { ConversationStory } from '../../story/conversation-story.ts';
import { bytesText } from '../bytes-text.ts';
import type { Words } from '../words.ts';
import { COLUMNS, textColumns, wrapText } from '../wrap-text.ts';

/**
 * Turns that are shown when not all are asked for.
 * @unit turns
 * @against an explanation that is a transcript
 * @provenBy ../../../integration/limits.spec.ts: shows so many turns and counts the rest
 */
const MOST_TURNS = 30;

/** What the programs said to one another, turn by turn, with the time each answer took. */
export function exchangeLines(story: ConversationStory, words: Words, all = false): string[] {
  const { exchange: texts } = words.explanation;
  const { exchange: terms } = words.terms;
  const { turns } = story;
  if (turns.length === 0) return wrapText(terms.nothing, '  ');
  const shown = all ? turns : turns.slice(0, MOST_TURNS);
  const lines = shown.flatMap((turn, index) => turnLines(turn, turns[index - 1], words));
  const hidden = turns.length - shown.length;
  if (hidden > 0) lines.push(...wrapText(texts.hidden(words.number(hidden)), '  '));
  return [...lines, ...wrapText(terms.note, '  ')];
}

function turnLines(
  turn: ConversationStory['turns'][0],
  before: ConversationStory['turns'][0] | undefined,
  words: Words,
): string[] {
  const lines = wrapText(turnText(turn, before, words), '    ', '  ');
  const most = Math.max(COLUMNS, textColumns()) - 6;
  if (turn.bytes > 0) lines.push(...wrapText(bytesText(turn.text, most, turn.bytes), '    '));
  return lines;
}

/** Who said how much in which frames, and how long the answer took. */
export function turnText(
  turn: ConversationStory['turns'][0],
  before: ConversationStory['turns'][0] | undefined,
  words: Words,
): string {
  const { exchange: texts } = words.explanation;
  const { ends } = words.terms;
  const who = turn.fromClient ? `→ ${ends.client}` : `← ${ends.server}`;
  const bytes = words.number(turn.bytes);
  let text = texts.said(who, bytes, words.number(turn.frames.length), framesText(turn.frames, 5));
  if (before) {
    const time = turn.from - before.to;
    text += time < 0 ? texts.answeredBack : texts.answered(words.ms(time));
  }
  if (turn.urgentFrames.length > 0) text += texts.urgent(framesText(turn.urgentFrames, 5));
  if (turn.missing > 0) text += texts.missing(words.number(turn.missing));
  return text;
}
