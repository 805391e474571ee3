import { FrameDecoder, readIcmp, UdpTracker } from '@praktikum/capture';
import { readCapture } from '../capture/file/read-capture.ts';
import { DatagramCollector } from './datagram-collector.ts';
import type { DatagramStory } from './datagram-story.ts';
import { MOST_STORY_SEGMENTS } from './read-story.ts';

/** Reads a capture again and keeps one of its UDP conversations; undefined when it is not in there. */
export async function readDatagrams(
  file: string,
  stream: number,
): Promise<DatagramStory | undefined> {
  const [story] = await readDatagramStories(file, new Map([[stream, MOST_STORY_SEGMENTS]]));
  return story;
}

/**
 * The same of several, all in one pass.
 * @param limits by stream, the datagrams that are kept of it
 * @returns the stories in the order of `limits`, without streams that the file does not have
 */
export async function readDatagramStories(
  file: string,
  limits: ReadonlyMap<number, number>,
): Promise<DatagramStory[]> {
  if (limits.size === 0) return [];
  const decoder = new FrameDecoder();
  const tracker = new UdpTracker();
  const collectors = new Map(
    [...limits].map(([stream, limit]) => [stream, new DatagramCollector(limit)] as const),
  );
  await readCapture(file, (packet) => {
    const frame = decoder.decode(packet);
    const datagram = tracker.observe(frame);
    if (datagram) collectors.get(datagram.conversation.stream)?.add(datagram, frame);
    // It may be about a datagram that somebody could not deliver.
    const message = readIcmp(frame);
    if (!message) return undefined;
    for (const [stream, collector] of collectors) {
      const conversation = tracker.conversations[stream];
      if (conversation) collector.addMessage(conversation, message, frame);
    }
    return undefined;
  });
  return [...collectors].flatMap(([stream, collector]) => {
    const conversation = tracker.conversations[stream];
    return conversation ? [collector.finish(conversation)] : [];
  });
}
