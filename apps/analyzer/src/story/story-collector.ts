import {
  ConversationBytes,
  type Frame,
  type TcpConversation,
  type TcpOptions,
  type TcpSegment,
  type TcpState,
} from '@praktikum/capture';
import { type ConversationStory, serverOf } from './conversation-story.ts';
import { endpointText } from './endpoint-text.ts';
import { type StorySegment, storySegment } from './story-segment.ts';
import { addToTurns, type Turn } from './turn.ts';

type Kept = ReturnType<typeof storySegment> & { readonly states: readonly [TcpState, TcpState] };

/** Collects the story of one connection, segment by segment. */
export class StoryCollector {
  readonly #limit: number;
  readonly #bytes = new ConversationBytes();
  readonly #kept: Kept[] = [];
  readonly #turns: Turn[] = [];
  #leftOut = 0;
  #at = 0;

  /** @param limit segments that are kept; further ones are only counted */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(segment: TcpSegment, frame: Frame, options: TcpOptions): void {
    if (this.#kept.length >= this.#limit) {
      this.#leftOut += 1;
      return;
    }
    const copy = storySegment(segment, frame, options);
    const [first, second] = segment.conversation.lifecycle.states;
    this.#kept.push({ ...copy, states: [first, second] });
    this.#at = copy.at;
    if (!frame.tcpWhole) return;
    for (const piece of this.#bytes.add(segment, frame)) addToTurns(this.#turns, piece, copy.at);
  }

  /** The story, once the capture has been read: only then it is certain who the client is. */
  finish(conversation: TcpConversation): ConversationStory {
    for (const piece of this.#bytes.end()) addToTurns(this.#turns, piece, this.#at);
    const { client, lifecycle } = conversation;
    // Who refuses did not listen; that is known only now.
    const listening: TcpState = lifecycle.reset?.cause === 'refused' ? 'CLOSED' : 'LISTEN';
    return {
      conversation,
      client: endpointText(conversation.endpoint(client)),
      server: endpointText(conversation.endpoint(serverOf(conversation))),
      segments: this.#kept.map((copy) => finished(copy, client, listening)),
      leftOut: this.#leftOut,
      turns: this.#turns.map((turn) => ({ ...turn, fromClient: turn.direction === client })),
    };
  }
}

function finished(
  { direction, states, ...copy }: Kept,
  client: 0 | 1,
  listening: TcpState,
): StorySegment {
  const [first, second] = states.map((state) => (state === 'LISTEN' ? listening : state)) as [
    TcpState,
    TcpState,
  ];
  return {
    ...copy,
    fromClient: direction === client,
    states: client === 0 ? [first, second] : [second, first],
  };
}
