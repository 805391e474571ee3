import { ACK, RST } from '@praktikum/capture';
import type { ConversationStory } from './conversation-story.ts';
import type { StorySegment } from './story-segment.ts';

/** The side that sent more payload: labs measure its segments, and the ACKs of the other. */
export interface MainSender {
  readonly name: 'client' | 'server';
  /** Its segments with payload, repeated ones too. */
  readonly data: readonly StorySegment[];
  /** What the other side sent. */
  readonly answers: readonly StorySegment[];
}

/** Finds who is measured; undefined when nobody sent data. */
export function mainSender({ segments }: ConversationStory): MainSender | undefined {
  const data = segments.filter(({ length, flags }) => length > 0 && (flags & RST) === 0);
  if (data.length === 0) return undefined;
  const bytes = (fromClient: boolean) =>
    data.reduce(
      (sum, segment) => sum + (segment.fromClient === fromClient ? segment.length : 0),
      0,
    );
  const isClient = bytes(true) >= bytes(false);
  return {
    name: isClient ? 'client' : 'server',
    data: data.filter(({ fromClient }) => fromClient === isClient),
    answers: segments.filter(({ fromClient }) => fromClient !== isClient),
  };
}

/** The first segment of the other side that acknowledges all of `sent`, itself later. */
export function acknowledgementOf(
  sent: StorySegment,
  answers: readonly StorySegment[],
): StorySegment | undefined {
  const end = sent.rawSequence + sent.length;
  return answers.find(
    ({ frame, flags, rawAcknowledgement }) =>
      frame > sent.frame && (flags & ACK) !== 0 && ((rawAcknowledgement - end) | 0) >= 0,
  );
}
