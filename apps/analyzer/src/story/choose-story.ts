import { CodedError } from '@praktikum/protocol';
import type { CaptureSurvey } from './capture-survey.ts';
import type { ConversationStory } from './conversation-story.ts';
import type { DatagramStory } from './datagram-story.ts';
import { readDatagrams } from './read-datagrams.ts';
import { readStory } from './read-story.ts';

/** The one conversation that is explained. */
export type ExplainedStory = ConversationStory | DatagramStory;

/**
 * Reads the connection that was asked for; without a number the first one that the filter shows, and
 * where it shows no TCP, its first UDP conversation.
 * @returns undefined when none was asked for and there is none
 * @throws CodedError `ERR_NO_STREAM` when the capture does not hold the one asked for
 */
export async function chooseStory(
  file: string,
  { tcp, udp }: CaptureSurvey,
  asked: number | undefined,
): Promise<ExplainedStory | undefined> {
  const stream = asked ?? tcp[0]?.conversation.stream;
  const story = stream === undefined ? undefined : await readStory(file, stream);
  if (story) return story;
  if (asked === undefined) return udp[0] && readDatagrams(file, udp[0].conversation.stream);
  const details = { stream: asked, count: tcp.length };
  throw new CodedError('ERR_NO_STREAM', `no stream ${asked}`, { details });
}
