import { ConversationBytes, FrameDecoder, type TcpState, TcpTracker } from '@praktikum/capture';
import { formatEndpoint } from '@praktikum/protocol';
import { readCapture } from '../file/read-capture.ts';
import { type ConversationStory, serverOf } from './conversation-story.ts';
import { type StorySegment, storySegment } from './story-segment.ts';
import { addToTurns, type Turn } from './turn.ts';

/**
 * Most segments of one connection that are kept, about 1 KB each.
 * @unit segments
 * @protects a long connection that fills the memory
 * @provenBy ./read-story.spec.ts: keeps so many segments of one connection and counts
 *   the rest
 */
export const MOST_STORY_SEGMENTS = 50_000;

type Kept = ReturnType<typeof storySegment> & { readonly states: readonly [TcpState, TcpState] };

/**
 * Reads a capture again and keeps one of its connections.
 * @returns undefined when the file has no such stream
 */
export async function readStory(
  file: string,
  stream: number,
): Promise<ConversationStory | undefined> {
  const decoder = new FrameDecoder();
  const tracker = new TcpTracker();
  const bytes = new ConversationBytes();
  const kept: Kept[] = [];
  const turns: Turn[] = [];
  let leftOut = 0;
  let at = 0;
  await readCapture(file, (packet) => {
    const frame = decoder.decode(packet);
    const segment = tracker.observe(frame);
    if (segment?.conversation.stream !== stream) return undefined;
    if (kept.length >= MOST_STORY_SEGMENTS) {
      leftOut += 1;
      return undefined;
    }
    const copy = storySegment(segment, frame, tracker.options);
    const [first, second] = segment.conversation.lifecycle.states;
    kept.push({ ...copy, states: [first, second] });
    at = copy.at;
    if (!frame.tcpWhole) return undefined;
    for (const piece of bytes.add(segment, frame)) addToTurns(turns, piece, at);
    return undefined;
  });
  const conversation = tracker.conversations[stream];
  if (!conversation) return undefined;
  for (const piece of bytes.end()) addToTurns(turns, piece, at);
  const { client } = conversation;
  return {
    conversation,
    client: formatEndpoint(hostAndPort(conversation.endpoint(client))),
    server: formatEndpoint(hostAndPort(conversation.endpoint(serverOf(conversation)))),
    segments: kept.map((copy) => finished(copy, client)),
    leftOut,
    turns: turns.map((turn) => ({ ...turn, fromClient: turn.direction === client })),
  };
}

/** Who is the client is known for certain only when the capture has been read. */
function finished({ direction, states, ...copy }: Kept, client: 0 | 1): StorySegment {
  const [first, second] = states;
  return {
    ...copy,
    fromClient: direction === client,
    states: client === 0 ? [first, second] : [second, first],
  };
}

function hostAndPort({ address, port }: { address: string; port: number }) {
  return { host: address, port };
}
