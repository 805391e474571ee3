import {
  ConversationBytes,
  type Frame,
  type TcpConversation,
  type TcpOptions,
  type TcpSegment,
  type TcpState,
} from '@praktikum/capture';
import { CarriedBytes } from './carried-bytes.ts';
import { type ConversationStory, serverOf } from './conversation-story.ts';
import { withLaterData, withOtherBytes } from './corrected-story.ts';
import { endpointText } from './endpoint-text.ts';
import { type StorySegment, storySegment } from './story-segment.ts';
import { addToTurns, type Turn } from './turn.ts';

type Kept = ReturnType<typeof storySegment> & { readonly states: readonly [TcpState, TcpState] };

/** Collects the story of one connection, segment by segment. */
export class StoryCollector {
  readonly #limit: number;
  readonly #bytes = new ConversationBytes();
  readonly #carried = new CarriedBytes();
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
    this.#kept.push({
      ...copy,
      labels: this.#labels(copy, segment, frame),
      states: [first, second],
    });
    this.#at = copy.at;
    if (!frame.tcpWhole) return;
    const { urgentFrames } = this.#carried;
    for (const piece of this.#bytes.add(segment, frame)) {
      addToTurns(this.#turns, piece, copy.at, urgentFrames);
    }
  }

  /** A keep-alive may carry any byte, and what is damaged is not compared: its receiver drops it. */
  #labels({ labels, checksum }: Omit<Kept, 'states'>, segment: TcpSegment, frame: Frame) {
    if (!frame.tcpWhole || checksum === 'wrong' || labels.includes('keep_alive')) return labels;
    return this.#carried.add(segment, frame) ? withOtherBytes(labels) : labels;
  }

  /** The story, once the capture has been read: only then it is certain who the client is. */
  finish(conversation: TcpConversation): ConversationStory {
    const { urgentFrames } = this.#carried;
    for (const piece of this.#bytes.end()) addToTurns(this.#turns, piece, this.#at, urgentFrames);
    const { client } = conversation;
    return {
      protocol: 'TCP',
      conversation,
      client: endpointText(conversation.endpoint(client)),
      server: endpointText(conversation.endpoint(serverOf(conversation))),
      segments: withLaterData(this.#kept).map((copy) => finished(copy, conversation)),
      leftOut: this.#leftOut,
      turns: this.#turns.map((turn) => ({ ...turn, fromClient: turn.direction === client })),
    };
  }
}

function finished(
  { direction, states, ...copy }: Kept,
  conversation: TcpConversation,
): StorySegment {
  const { client } = conversation;
  // Who refuses did not listen, and who never answers is not known to: that is known only now.
  const first = conversation.inHindsight(states[0], 0);
  const second = conversation.inHindsight(states[1], 1);
  return {
    ...copy,
    fromClient: direction === client,
    states: client === 0 ? [first, second] : [second, first],
  };
}
