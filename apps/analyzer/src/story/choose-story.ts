import { CodedError } from '@praktikum/protocol';
import type { CaptureSurvey } from './capture-survey.ts';
import type { ConversationStory } from './conversation-story.ts';
import { readStory } from './read-story.ts';

/**
 * Reads the connection that was asked for; without a number the first one that the filter shows.
 * @returns undefined when none was asked for and there is none
 * @throws CodedError `ERR_NO_STREAM` when the capture does not hold the one asked for
 */
export async function chooseStory(
  file: string,
  { tcp }: CaptureSurvey,
  asked: number | undefined,
): Promise<ConversationStory | undefined> {
  const stream = asked ?? tcp[0]?.conversation.stream;
  const story = stream === undefined ? undefined : await readStory(file, stream);
  if (asked === undefined || story) return story;
  const details = { stream: asked, count: tcp.length };
  throw new CodedError('ERR_NO_STREAM', `no stream ${asked}`, { details });
}
