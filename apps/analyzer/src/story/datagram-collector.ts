import {
  type Endpoint,
  type Frame,
  readIcmp,
  type UdpConversation,
  type UdpDatagram,
} from '@praktikum/capture';
import type { DatagramStory, StoryDatagram } from './datagram-story.ts';
import { endpointText } from './endpoint-text.ts';
import { ipHeader, payloadStart } from './story-segment.ts';

type Moment = Pick<Frame, 'seconds' | 'nanoseconds'>;

/** Collects the story of one UDP conversation, frame by frame. */
export class DatagramCollector {
  readonly #limit: number;
  readonly #kept: StoryDatagram[] = [];
  #leftOut = 0;
  #began: Moment | undefined;

  /** @param limit datagrams that are kept; further ones are only counted */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes a frame of the capture, once the conversation has begun; `datagram` is undefined where it is none of ours. */
  add(conversation: UdpConversation, datagram: UdpDatagram | undefined, frame: Frame): void {
    const { seconds, nanoseconds } = frame;
    this.#began ??= { seconds, nanoseconds };
    const at = (seconds - this.#began.seconds) * 1e9 + (nanoseconds - this.#began.nanoseconds);
    const found = datagram ? datagramOf(datagram, frame, at) : undelivered(conversation, frame, at);
    if (!found) return;
    if (this.#kept.length < this.#limit) this.#kept.push(found);
    else this.#leftOut += 1;
  }

  finish({ stream, client, server }: UdpConversation): DatagramStory {
    return {
      ...{ protocol: 'UDP', stream },
      client: endpointText(client),
      server: endpointText(server),
      firstSeconds: this.#began?.seconds ?? 0,
      ...{ datagrams: this.#kept, leftOut: this.#leftOut },
    };
  }
}

function datagramOf(
  { fromClient, questionFrame, roundTrip }: UdpDatagram,
  frame: Frame,
  at: number,
): StoryDatagram {
  const { number, payloadLength: length, segment, segmentStart, segmentEnd } = frame;
  return {
    ...{ frame: number, at, fromClient, length, payload: payloadStart(frame) },
    ...{ questionFrame, roundTrip, ipHeader: ipHeader(frame) },
    udpHeader: segment.slice(segmentStart, Math.min(frame.payloadStart, segmentEnd)),
  };
}

/** UDP's number in an IP header. */
const UDP = 17;
const NOTHING = new Uint8Array(0);

/** An ICMP message about a datagram of the conversation: it goes to the sender of that datagram. */
function undelivered(
  { client, server }: UdpConversation,
  frame: Frame,
  at: number,
): StoryDatagram | undefined {
  const message = readIcmp(frame);
  const { quoted } = message ?? {};
  if (!message || quoted?.protocol !== UDP) return undefined;
  const sender = { address: quoted.source, port: quoted.sourcePort ?? -1 };
  const receiver = { address: quoted.destination, port: quoted.destinationPort ?? -1 };
  const fromServer = isSame(sender, client) && isSame(receiver, server);
  if (!fromServer && !(isSame(sender, server) && isSame(receiver, client))) return undefined;
  return {
    ...{ frame: frame.number, at, fromClient: !fromServer, length: 0, payload: NOTHING },
    ...{ questionFrame: 0, roundTrip: -1, ipHeader: ipHeader(frame), udpHeader: NOTHING },
    icmp: message.name ?? `${message.type}/${message.code}`,
  };
}

function isSame(one: Endpoint, other: Endpoint): boolean {
  return one.address === other.address && one.port === other.port;
}
