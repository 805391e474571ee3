import type { TcpConversation } from '@praktikum/capture';
import type { StorySegment } from './story-segment.ts';
import type { Turn } from './turn.ts';

/** One TCP connection, with all that its explanation needs. */
export interface ConversationStory {
  readonly protocol: 'TCP';
  readonly conversation: TcpConversation;
  /** `127.0.0.1:40000`, as in the log of a server. */
  readonly client: string;
  readonly server: string;
  readonly segments: readonly StorySegment[];
  /** Segments beyond the limit, which were only counted. */
  readonly leftOut: number;
  readonly turns: readonly (Turn & { readonly fromClient: boolean })[];
}

/** Frames whose time lies before that of the frame before them: the capture's clock or order is wrong. */
export function framesBackInTime({ segments }: Pick<ConversationStory, 'segments'>): number[] {
  return segments
    .filter(({ at }, index) => index > 0 && at < segments[index - 1]!.at)
    .map(({ frame }) => frame);
}

/** Place of the server among the conversation's flows and states. */
export function serverOf({ client }: TcpConversation): 0 | 1 {
  return client === 0 ? 1 : 0;
}

/** Seconds from the first frame to the last; undefined where the last has the earlier time. */
export function durationOf(conversation: TcpConversation): number | undefined {
  const whole = conversation.lastSeconds - conversation.firstSeconds;
  const seconds = whole + (conversation.lastNanoseconds - conversation.firstNanoseconds) / 1e9;
  return seconds < 0 ? undefined : seconds;
}

/** `client` or `server` for a place among the conversation's flows. */
export function roleOf(conversation: TcpConversation, end: 0 | 1): 'client' | 'server' {
  return end === conversation.client ? 'client' : 'server';
}
