import { FrameDecoder, TcpTracker } from '@praktikum/capture';
import { readCapture } from '../capture/file/read-capture.ts';
import type { ConversationStory } from './conversation-story.ts';
import { StoryCollector } from './story-collector.ts';

/**
 * Most segments of one connection that are kept, about 1 KB each.
 * @unit segments
 * @against a long connection that fills the memory
 * @provenBy ./read-story.spec.ts: keeps so many segments of one connection and counts
 *   the rest
 */
export const MOST_STORY_SEGMENTS = 50_000;

/**
 * Reads a capture again and keeps one of its connections.
 * @returns undefined when the file has no such stream
 */
export async function readStory(
  file: string,
  stream: number,
): Promise<ConversationStory | undefined> {
  const [story] = await readStories(file, new Map([[stream, MOST_STORY_SEGMENTS]]));
  return story;
}

/**
 * Reads a capture again and keeps some of its connections, all in one pass.
 * @param limits by stream, the segments that are kept of it
 * @returns the stories in the order of `limits`, without streams that the file does not have
 */
export async function readStories(
  file: string,
  limits: ReadonlyMap<number, number>,
): Promise<ConversationStory[]> {
  if (limits.size === 0) return [];
  const decoder = new FrameDecoder();
  const tracker = new TcpTracker();
  const collectors = new Map(
    [...limits].map(([stream, limit]) => [stream, new StoryCollector(limit)] as const),
  );
  await readCapture(file, (packet) => {
    const frame = decoder.decode(packet);
    const segment = tracker.observe(frame);
    if (segment) {
      collectors.get(segment.conversation.stream)?.add(segment, frame, tracker.options);
    }
    return undefined;
  });
  return [...collectors].flatMap(([stream, collector]) => {
    const conversation = tracker.conversations[stream];
    return conversation ? [collector.finish(conversation)] : [];
  });
}
