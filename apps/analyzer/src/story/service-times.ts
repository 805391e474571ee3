import { FIN, RST, type TcpConversation, type TcpSegment } from '@praktikum/capture';

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

interface Kept {
  readonly conversation: TcpConversation;
  readonly first: Moment;
  last: Moment;
  /** By who sent it: it is certain only later who the client is. */
  readonly said: [Moment | undefined, Moment | undefined];
  readonly lastSaid: [Moment | undefined, Moment | undefined];
  ended: Moment | undefined;
}

/** Notes when the clients of a capture were served. */
export class ServiceTimesCollector {
  readonly #kept: Kept[] = [];
  #began: Pick<TcpSegment, 'seconds' | 'nanoseconds'> | undefined;

  observe(segment: TcpSegment): void {
    const { conversation, direction, flags, frame, payloadLength } = segment;
    const { stream } = conversation;
    if (stream >= MOST_TIMED_CONVERSATIONS) return;
    this.#began ??= { seconds: segment.seconds, nanoseconds: segment.nanoseconds };
    const now = { frame, at: segment.since(this.#began.seconds, this.#began.nanoseconds) };
    const nobody: Kept['said'] = [undefined, undefined];
    const kept = (this.#kept[stream] ??= {
      ...{ conversation, first: now, last: now },
      ...{ said: [...nobody], lastSaid: [...nobody], ended: undefined },
    });
    kept.last = now;
    if ((flags & (FIN | RST)) !== 0) kept.ended ??= now;
    if (payloadLength === 0) return;
    kept.said[direction] ??= now;
    kept.lastSaid[direction] = now;
  }

  /** By the number of the conversation. */
  get times(): ReadonlyMap<number, ServiceTimes> {
    const times = this.#kept.map(({ conversation, first, last, said, lastSaid, ended = last }) => {
      const { client } = conversation;
      const server = client === 0 ? 1 : 0;
      const answer = lastSaid[server];
      // After a half-close of the client the server still answers.
      const gone = answer && answer.at > ended.at ? answer : ended;
      return { conversation, first, last, gone, asked: said[client], answered: said[server] };
    });
    return new Map(times.map((time) => [time.conversation.stream, time]));
  }
}
