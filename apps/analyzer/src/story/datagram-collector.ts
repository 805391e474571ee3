import {
  type Endpoint,
  type Frame,
  type IcmpMessage,
  type UdpConversation,
  type UdpDatagram,
} from '@praktikum/capture';
import { datagramFates, type DatagramStory, type KeptDatagram } from './datagram-story.ts';
import { endpointText } from './endpoint-text.ts';
import { ipHeader, payloadStart } from './story-segment.ts';

type Moment = Pick<Frame, 'seconds' | 'nanoseconds'>;

/** Collects the story of one UDP conversation, frame by frame. */
export class DatagramCollector {
  readonly #limit: number;
  readonly #kept: KeptDatagram[] = [];
  #leftOut = 0;
  #began: Moment | undefined;

  /** @param limit datagrams that are kept; further ones are only counted */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes a datagram of the conversation. */
  add(datagram: UdpDatagram, frame: Frame): void {
    this.#keep(datagramOf(datagram, frame, this.#since(frame)));
  }

  /** Takes an ICMP message that quotes a datagram, of this conversation or another, once ours has begun. */
  addMessage(conversation: UdpConversation, message: IcmpMessage, frame: Frame): void {
    const found = undelivered(conversation, message, frame, this.#since(frame));
    if (found) this.#keep(found);
  }

  #since({ seconds, nanoseconds }: Moment): number {
    this.#began ??= { seconds, nanoseconds };
    return (seconds - this.#began.seconds) * 1e9 + (nanoseconds - this.#began.nanoseconds);
  }

  #keep(datagram: KeptDatagram): void {
    if (this.#kept.length < this.#limit) this.#kept.push(datagram);
    else this.#leftOut += 1;
  }

  finish({ stream, client, server }: UdpConversation): DatagramStory {
    const fates = datagramFates(this.#kept);
    const lost = new Set(fates.unanswered);
    return {
      ...{ protocol: 'UDP', stream },
      client: endpointText(client),
      server: endpointText(server),
      firstSeconds: this.#began?.seconds ?? 0,
      datagrams: this.#kept.map((kept) => ({ ...kept, labels: labelsOf(kept, lost) })),
      ...{ fates, leftOut: this.#leftOut },
    };
  }
}

/** @param lost frames of questions that nobody answered */
function labelsOf({ frame, icmp }: KeptDatagram, lost: ReadonlySet<number>): readonly string[] {
  if (icmp !== undefined) return ['undelivered'];
  return lost.has(frame) ? ['unanswered'] : [];
}

function datagramOf(
  { fromClient, questionFrame, roundTrip }: UdpDatagram,
  frame: Frame,
  at: number,
): KeptDatagram {
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
  { quoted, name, type, code }: IcmpMessage,
  frame: Frame,
  at: number,
): KeptDatagram | undefined {
  if (quoted?.protocol !== UDP) return undefined;
  const sender = { address: quoted.source, port: quoted.sourcePort ?? -1 };
  const receiver = { address: quoted.destination, port: quoted.destinationPort ?? -1 };
  const fromServer = isSame(sender, client) && isSame(receiver, server);
  if (!fromServer && !(isSame(sender, server) && isSame(receiver, client))) return undefined;
  return {
    ...{ frame: frame.number, at, fromClient: !fromServer, length: 0, payload: NOTHING },
    ...{ questionFrame: 0, roundTrip: -1, ipHeader: ipHeader(frame), udpHeader: NOTHING },
    icmp: name ?? `${type}/${code}`,
  };
}

function isSame(one: Endpoint, other: Endpoint): boolean {
  return one.address === other.address && one.port === other.port;
}
