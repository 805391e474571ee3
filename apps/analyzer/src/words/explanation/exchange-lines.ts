import { countText, framesText, msText, TERMS } from '@praktikum/capture-report';
import type { Language } from '@praktikum/service';
import type { ConversationStory } from '../../story/conversation-story.ts';
import { bytesText } from '../bytes-text.ts';
import { COLUMNS, wrapText } from '../wrap-text.ts';
import { EXPLANATION_TEXTS } from './texts.ts';

/**
 * Turns that are shown when not all are asked for.
 * @unit turns
 * @against an explanation that is a transcript
 * @provenBy ../../../integration/limits.spec.ts: shows so many turns and counts the rest
 */
const MOST_TURNS = 30;

/** What the programs said to one another, turn by turn, with the time each answer took. */
export function exchangeLines(story: ConversationStory, language: Language, all = false): string[] {
  const { exchange: texts } = EXPLANATION_TEXTS[language];
  const { exchange: terms } = TERMS[language];
  const { turns } = story;
  if (turns.length === 0) return [`  ${terms.nothing}`];
  const shown = all ? turns : turns.slice(0, MOST_TURNS);
  const lines = shown.flatMap((turn, index) => turnLines(turn, turns[index - 1], language));
  const hidden = turns.length - shown.length;
  if (hidden > 0) lines.push(`  ${texts.hidden(countText(hidden, language))}`);
  return [...lines, ...wrapText(terms.note, '  ')];
}

function turnLines(
  turn: ConversationStory['turns'][0],
  before: ConversationStory['turns'][0] | undefined,
  language: Language,
): string[] {
  const lines = wrapText(turnText(turn, before, language), '    ', '  ');
  if (turn.bytes > 0) lines.push(`    ${bytesText(turn.text, COLUMNS - 6, turn.bytes)}`);
  return lines;
}

/** Who said how much in which frames, and how long the answer took. */
export function turnText(
  turn: ConversationStory['turns'][0],
  before: ConversationStory['turns'][0] | undefined,
  language: Language,
): string {
  const { exchange: texts } = EXPLANATION_TEXTS[language];
  const { ends } = TERMS[language];
  const who = turn.fromClient ? `→ ${ends.client}` : `← ${ends.server}`;
  const bytes = countText(turn.bytes, language);
  let text = texts.said(
    who,
    bytes,
    countText(turn.frames.length, language),
    framesText(turn.frames, 5),
  );
  if (before) text += texts.answered(msText(turn.from - before.to, language));
  if (turn.missing > 0) text += texts.missing(countText(turn.missing, language));
  return text;
}
