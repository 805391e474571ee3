import {
  type CapturedPacket,
  type Endpoint,
  type Frame,
  FrameDecoder,
  type PacketFilter,
  type TcpSegment,
  TcpTracker,
  type UdpDatagram,
  UdpTracker,
} from '@praktikum/capture';
import { serverOf } from '../../story/conversation-story.ts';
import { endpointText } from '../../story/endpoint-text.ts';
import { payloadStart, type StorySegment, storySegment } from '../../story/story-segment.ts';
import { arrowLines, rung } from '../../words/explanation/ladder.ts';
import type { Words } from '../../words/words.ts';
import { textColumns, wrapText } from '../../words/wrap-text.ts';

/** Which packets are shown. */
interface LiveChoice {
  readonly filter: PacketFilter;
  /** Only this TCP connection. */
  readonly stream?: number | undefined;
}

/**
 * The ladder of a capture that is still being made: every packet of a conversation becomes a rung at
 * once. Where packets of several conversations mix, a line says whose rungs follow.
 */
export class LiveLadder {
  readonly #choice: LiveChoice;
  readonly #words: Words;
  readonly #decoder = new FrameDecoder();
  readonly #tcp = new TcpTracker();
  readonly #udp = new UdpTracker();
  /** Last shown states of each TCP connection. */
  readonly #states = new Map<number, StorySegment['states']>();
  /** Time of the first datagram of each UDP conversation. */
  readonly #began = new Map<number, Pick<Frame, 'seconds' | 'nanoseconds'>>();
  #shown = '';

  constructor(choice: LiveChoice, words: Words) {
    this.#choice = choice;
    this.#words = words;
  }

  /** The lines of a packet; none when it belongs to no conversation or is not to be shown. */
  lines(packet: CapturedPacket): string[] {
    const frame = this.#decoder.decode(packet);
    const segment = this.#tcp.observe(frame);
    const datagram = this.#udp.observe(frame);
    const { filter, stream } = this.#choice;
    if (!filter({ frame, segment, datagram })) return [];
    if (stream !== undefined && segment?.conversation.stream !== stream) return [];
    if (segment) return this.#segmentLines(segment, frame);
    return datagram ? this.#datagramLines(datagram, frame) : [];
  }

  #segmentLines(segment: TcpSegment, frame: Frame): string[] {
    const { conversation, direction } = segment;
    const { client, stream } = conversation;
    const server = serverOf(conversation);
    const { states } = conversation.lifecycle;
    const shown: StorySegment = {
      ...storySegment(segment, frame, this.#tcp.options),
      fromClient: direction === client,
      states: [states[client], states[server]],
    };
    const ends = [conversation.endpoint(client), conversation.endpoint(server)] as const;
    const head = this.#head(`TCP ${stream}`, ends);
    const before = this.#states.get(stream);
    this.#states.set(stream, shown.states);
    return [...head, ...rung(shown, before, this.#words)];
  }

  #datagramLines({ conversation, fromClient }: UdpDatagram, frame: Frame): string[] {
    const { stream, client, server } = conversation;
    const { seconds, nanoseconds, number, payloadLength: length } = frame;
    const began = this.#began.get(stream) ?? { seconds, nanoseconds };
    this.#began.set(stream, began);
    const at = (seconds - began.seconds) * 1e9 + (nanoseconds - began.nanoseconds);
    const passed = { frame: number, at, fromClient, length, payload: payloadStart(frame) };
    const head = this.#head(`UDP ${stream}`, [client, server]);
    return [...head, ...arrowLines(passed, `UDP Len=${length}`, this.#words)];
  }

  /** Whose rungs follow, where that is another conversation than before. */
  #head(name: string, [client, server]: readonly [Endpoint, Endpoint]): string[] {
    if (name === this.#shown) return [];
    this.#shown = name;
    const ends = `${endpointText(client)} → ${endpointText(server)}`;
    const line = `── ${name}  ${ends} `;
    const columns = textColumns();
    if (line.length <= columns) return ['', line.padEnd(columns, '─')];
    return ['', `── ${name} `.padEnd(columns, '─'), ...wrapText(ends)];
  }
}
