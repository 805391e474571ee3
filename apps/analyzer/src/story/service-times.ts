import { FIN, RST, type TcpConversation, type TcpSegment } from '@praktikum/capture';
import { serverOf } from './conversation-story.ts';

/**
 * Conversations whose times are kept; of further ones nothing is said.
 * @unit conversations
 * @against a capture of a flood of connections that fills the memory
 * @provenBy ./service-times.spec.ts: keeps the times of so many conversations
 */
export const MOST_TIMED_CONVERSATIONS = 10_000;

/** A frame, and nanoseconds since the first one of the capture. */
export interface Moment {
  readonly frame: number;
  readonly at: number;
}

/** When a client was connected, asked for the first time, and was answered. */
export interface ServiceTimes {
  readonly conversation: TcpConversation;
  readonly first: Moment;
  readonly last: Moment;
  /** The first payload of the client. */
  readonly asked: Moment | undefined;
  /** The first payload of the server. */
  readonly answered: Moment | undefined;
  /** When the server was done with it: the first FIN or RST of either side, or a later answer. */
  readonly gone: Moment;
}

/** What is kept of a conversation; by who sent it, since it is certain only later who the client is. */
interface Kept {
  readonly said: [Moment | undefined, Moment | undefined];
  readonly lastSaid: [Moment | undefined, Moment | undefined];
  ended: Moment | undefined;
}

/** Notes when the clients of a capture were served. */
export class ServiceTimesCollector {
  readonly #kept: Kept[] = [];
  #began: Pick<TcpSegment, 'seconds' | 'nanoseconds'> | undefined;

  observe(segment: TcpSegment): void {
    const { conversation, direction, flags, frame, payloadLength, seconds, nanoseconds } = segment;
    this.#began ??= { seconds, nanoseconds };
    const { stream } = conversation;
    const ends = (flags & (FIN | RST)) !== 0;
    if (stream >= MOST_TIMED_CONVERSATIONS || (payloadLength === 0 && !ends)) return;
    const now = this.#moment(frame, seconds, nanoseconds);
    const kept = (this.#kept[stream] ??= {
      ...{ said: [undefined, undefined], lastSaid: [undefined, undefined], ended: undefined },
    });
    if (ends) kept.ended ??= now;
    if (payloadLength === 0) return;
    kept.said[direction] ??= now;
    kept.lastSaid[direction] = now;
  }

  /** When a client was served, once all is read; undefined beyond the limit. */
  of(conversation: TcpConversation): ServiceTimes | undefined {
    const { stream, client, firstFrame, firstSeconds, firstNanoseconds } = conversation;
    if (stream >= MOST_TIMED_CONVERSATIONS) return undefined;
    const { lastFrame, lastSeconds, lastNanoseconds } = conversation;
    const first = this.#moment(firstFrame, firstSeconds, firstNanoseconds);
    const last = this.#moment(lastFrame, lastSeconds, lastNanoseconds);
    const kept = this.#kept[stream];
    const ended = kept?.ended ?? last;
    const server = serverOf(conversation);
    const answer = kept?.lastSaid[server];
    // After a half-close of the client the server still answers.
    const gone = answer && answer.at > ended.at ? answer : ended;
    return {
      conversation,
      first,
      last,
      gone,
      asked: kept?.said[client],
      answered: kept?.said[server],
    };
  }

  #moment(frame: number, seconds: number, nanoseconds: number): Moment {
    const began = this.#began ?? { seconds, nanoseconds };
    return { frame, at: (seconds - began.seconds) * 1e9 + (nanoseconds - began.nanoseconds) };
  }
}
