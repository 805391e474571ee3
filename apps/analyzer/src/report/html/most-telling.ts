import type { ExplainedStory } from '../../story/choose-story.ts';
import type { ConversationStory } from '../../story/conversation-story.ts';
import { findHandshake } from '../../story/handshake.ts';

/** More turns than these tell no more. */
const TELLING_TURNS = 8;

/**
 * The conversation that shows most of what is explained: handshake, data of both sides and close, then what
 * is unusual, then who said more; of equal ones the first.
 * @returns its place; 0 where there is none
 */
export function mostTelling(stories: readonly ExplainedStory[]): number {
  const scores = stories.map((story) => (story.protocol === 'TCP' ? scoreOf(story) : 0));
  return Math.max(0, scores.indexOf(Math.max(0, ...scores)));
}

function scoreOf(story: ConversationStory): number {
  const { syn, synAck, ack } = findHandshake(story.segments);
  const { lifecycle } = story.conversation;
  const parts = [
    syn !== undefined && synAck !== undefined && ack !== undefined,
    story.turns.some(({ fromClient }) => fromClient),
    story.turns.some(({ fromClient }) => !fromClient),
    lifecycle.closeSegments !== undefined || lifecycle.reset !== undefined,
  ];
  const unusual = new Set(story.segments.flatMap(({ labels }) => labels)).size;
  const turns = Math.min(story.turns.length, TELLING_TURNS);
  return parts.filter(Boolean).length * 1000 + unusual * 10 + turns;
}
