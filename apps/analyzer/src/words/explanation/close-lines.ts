import { type ConversationStory, roleOf, serverOf } from '../../story/conversation-story.ts';
import type { Words } from '../words.ts';
import { wrapText } from '../wrap-text.ts';

/** How the connection was closed: who first, in how many segments, who waits, or why it was reset. */
export function closeLines(story: ConversationStory, words: Words): string[] {
  return closeTexts(story, words).flatMap((text) => wrapText(text, '    ', '  '));
}

/** The same as paragraphs. */
export function closeTexts(story: ConversationStory, words: Words): string[] {
  const { close: texts } = words.explanation;
  const { lifecycle, client, lastStates } = story.conversation;
  const { reset, ignoredResets, closedFirst, closeUnclear } = lifecycle;
  const told = [...orderly(story, words), ...resetTexts(story, words)];
  if (closedFirst === undefined && !closeUnclear && !reset) told.push(texts.open);
  if (ignoredResets > 0) told.push(texts.ignored(String(ignoredResets)));
  const [own, other] = [client, serverOf(story.conversation)].map((end) => {
    const state = lastStates[end];
    return state === 'UNKNOWN' ? texts.unknownState : state;
  });
  told.push(texts.states(own!, other!));
  return told;
}

/** A FIN that may be the second one: the first was perhaps not captured. */
function unclear(
  { conversation }: Pick<ConversationStory, 'conversation'>,
  words: Words,
): string[] {
  const { close: texts } = words.explanation;
  const { lifecycle, flows } = conversation;
  if (!lifecycle.closeUnclear) return [];
  const fins = ([0, 1] as const).filter((end) => flows[end].finFrame > 0);
  const name = (end: 0 | 1) => words.terms.ends[roleOf(conversation, end)];
  return [...fins.map((end) => texts.fins(name(end), String(flows[end].finFrame))), texts.unclear];
}

function orderly({ conversation }: ConversationStory, words: Words): string[] {
  const { close: texts } = words.explanation;
  const { ends } = words.terms;
  const { lifecycle, flows } = conversation;
  const { closedFirst: first, reset } = lifecycle;
  if (first === undefined || flows[first].finFrame === 0) return unclear({ conversation }, words);
  const second = first === 0 ? 1 : 0;
  const name = (end: 0 | 1) => ends[roleOf(conversation, end)];
  const told = [texts.first(name(first), String(flows[first].finFrame))];
  // Whoever resets has closed both directions, although its FIN spoke of one.
  if (lifecycle.halfClosed && reset?.by !== first) told.push(texts.half(name(second)));
  const { finFrame } = flows[second];
  if (finFrame > 0) {
    told.push(texts.second(name(second), String(finFrame)));
    const segments = closingSegments(flows[first], flows[second], texts);
    if (lifecycle.simultaneousClose) told.push(texts.simultaneous(segments));
    else if (lifecycle.closeSegments) {
      told.push(lifecycle.closeSegments === 4 ? texts.four(segments) : texts.three(segments));
    }
  } else if (!reset) told.push(texts.fin(name(second)));
  const waiting = ([0, 1] as const).filter((end) => lifecycle.states[end] === 'TIME-WAIT');
  if (waiting.length > 0) told.push(texts.timeWait(waiting.map(name).join(' + ')));
  return told;
}

type Flow = ConversationStory['conversation']['flows'][0];

/** `FIN (frame 8), ACK (frame 9), FIN (frame 10), ACK (frame 11)`; with three, the second is a FIN-ACK. */
function closingSegments(
  first: Flow,
  second: Flow,
  { notCaptured }: Words['explanation']['close'],
): string {
  const parts = [
    ['FIN', first.finFrame],
    ['ACK', first.finAckFrame],
    [first.finAckFrame === second.finFrame ? 'FIN-ACK' : 'FIN', second.finFrame],
    ['ACK', second.finAckFrame],
  ] as const;
  return parts
    .filter(([what, frame]) => what !== 'ACK' || frame !== second.finFrame)
    .toSorted(([, one], [, other]) => (one || Infinity) - (other || Infinity))
    .map(([what, frame]) => `${what} (${frame > 0 ? `frame ${frame}` : notCaptured})`)
    .join(', ');
}

/** Who reset the connection, and why; nothing where nobody did. */
export function resetTexts({ conversation }: ConversationStory, words: Words): string[] {
  const { close: texts } = words.explanation;
  const { ends } = words.terms;
  const { reset, refusals } = conversation.lifecycle;
  if (!reset) return [];
  const who = texts.reset(ends[roleOf(conversation, reset.by)], String(reset.frame));
  const { cause, certain } = reset;
  if (cause === 'refused') {
    const times = refusals > 1 ? ` ${texts.refusals(String(refusals))}` : '';
    return [`${who} ${texts.causes.refused}${times}`];
  }
  if (!certain)
    return [`${who} ${texts.likely} ${texts.causes[cause]} ${texts.doubts[cause]}`.trim()];
  // Certain is this one only after a FIN: RFC 1122, section 4.2.2.13.
  return [`${who} ${cause === 'unread-data' ? texts.dataAfterClose : texts.causes[cause]}`];
}
