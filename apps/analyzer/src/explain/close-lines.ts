import type { Language } from '@praktikum/service';
import { type ConversationStory, roleOf, serverOf } from '../story/conversation-story.ts';
import { wrapText } from '../wrap-text.ts';
import { EXPLAIN_TEXTS } from './texts.ts';

/** How the connection was closed: who first, in how many segments, who waits, or why it was reset. */
export function closeLines(story: ConversationStory, language: Language): string[] {
  return closeTexts(story, language).flatMap((text) => wrapText(text, '    ', '  '));
}

/** The same as paragraphs. */
export function closeTexts(story: ConversationStory, language: Language): string[] {
  const { close: texts } = EXPLAIN_TEXTS[language];
  const { lifecycle, client } = story.conversation;
  const { reset, ignoredResets, states, closedFirst } = lifecycle;
  const told = [...orderly(story, language), ...resetTexts(story, language)];
  if (closedFirst === undefined && !reset) told.push(texts.open);
  if (ignoredResets > 0) told.push(texts.ignored(String(ignoredResets)));
  told.push(texts.states(states[client], states[serverOf(story.conversation)]));
  return told;
}

function orderly({ conversation }: ConversationStory, language: Language): string[] {
  const { close: texts, ends } = EXPLAIN_TEXTS[language];
  const { lifecycle, flows } = conversation;
  const { closedFirst: first } = lifecycle;
  if (first === undefined || flows[first].finFrame === 0) return [];
  const second = first === 0 ? 1 : 0;
  const name = (end: 0 | 1) => ends[roleOf(conversation, end)];
  const told = [texts.first(name(first), String(flows[first].finFrame))];
  if (lifecycle.halfClosed) told.push(texts.half(name(second)));
  const { finFrame } = flows[second];
  if (finFrame > 0) {
    told.push(texts.second(name(second), String(finFrame)));
    if (lifecycle.simultaneousClose) told.push(texts.simultaneous);
    else if (lifecycle.closeSegments) {
      told.push(lifecycle.closeSegments === 4 ? texts.four : texts.three);
    }
  } else if (!lifecycle.reset) told.push(texts.fin(name(second)));
  const waiting = ([0, 1] as const).filter((end) => lifecycle.states[end] === 'TIME-WAIT');
  if (waiting.length > 0) told.push(texts.timeWait(waiting.map(name).join(' + ')));
  return told;
}

function resetTexts({ conversation }: ConversationStory, language: Language): string[] {
  const { close: texts, ends } = EXPLAIN_TEXTS[language];
  const { reset } = conversation.lifecycle;
  if (!reset) return [];
  const who = ends[roleOf(conversation, reset.by)];
  const cause = texts.causes[reset.cause];
  const likely = reset.certain ? '' : `${texts.likely} `;
  return [`${texts.reset(who, String(reset.frame))} ${likely}${cause}`];
}
