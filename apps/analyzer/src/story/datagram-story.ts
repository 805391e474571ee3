import {
  type Endpoint,
  type Frame,
  FrameDecoder,
  readIcmp,
  type UdpConversation,
  type UdpDatagram,
  UdpTracker,
} from '@praktikum/capture';
import { readCapture } from '../capture/file/read-capture.ts';
import { endpointText } from './endpoint-text.ts';
import { type PassedPacket, payloadStart } from './story-segment.ts';

/**
 * Datagrams of one conversation that are kept and shown; further ones are counted.
 * @unit datagrams
 * @against a ladder of thousands of lines
 * @provenBy ../../integration/datagrams.spec.ts: shows so many datagrams and counts the rest
 */
const MOST_DATAGRAMS = 100;

/** A datagram, or the ICMP message that somebody could not deliver one. */
export interface StoryDatagram extends PassedPacket {
  /** Of an answer: the frame of its question and the time since, in nanoseconds; 0 and -1 when none. */
  readonly questionFrame: number;
  readonly roundTrip: number;
  /** Name of the ICMP message, such as `destination-unreachable/port`. */
  readonly icmp?: string;
}

/** The datagrams between two endpoints. */
export interface DatagramStory {
  readonly stream: number;
  readonly client: string;
  readonly server: string;
  readonly datagrams: readonly StoryDatagram[];
  readonly leftOut: number;
}

/** Reads a capture again and keeps one of its UDP conversations; undefined when it is not in there. */
export async function readDatagrams(
  file: string,
  stream: number,
): Promise<DatagramStory | undefined> {
  const decoder = new FrameDecoder();
  const tracker = new UdpTracker();
  const datagrams: StoryDatagram[] = [];
  let leftOut = 0;
  let began: Moment | undefined;
  await readCapture(file, (packet) => {
    const frame = decoder.decode(packet);
    const datagram = tracker.observe(frame);
    const ours = datagram?.conversation.stream === stream;
    if (ours) began ??= { seconds: frame.seconds, nanoseconds: frame.nanoseconds };
    const conversation = tracker.conversations[stream];
    if (!began || !conversation) return undefined;
    const at = (frame.seconds - began.seconds) * 1e9 + (frame.nanoseconds - began.nanoseconds);
    const kept = ours ? datagramOf(datagram, frame, at) : undelivered(conversation, frame, at);
    if (!kept) return undefined;
    if (datagrams.length < MOST_DATAGRAMS) datagrams.push(kept);
    else leftOut += 1;
    return undefined;
  });
  const conversation = tracker.conversations[stream];
  if (!conversation) return undefined;
  const { client, server } = conversation;
  return { stream, client: endpointText(client), server: endpointText(server), datagrams, leftOut };
}

type Moment = Pick<Frame, 'seconds' | 'nanoseconds'>;

function datagramOf(
  { fromClient, questionFrame, roundTrip }: UdpDatagram,
  frame: Frame,
  at: number,
): StoryDatagram {
  const { number, payloadLength: length } = frame;
  const payload = payloadStart(frame);
  return { frame: number, at, fromClient, length, payload, questionFrame, roundTrip };
}

/** UDP's number in an IP header. */
const UDP = 17;
const NO_PAYLOAD = new Uint8Array(0);

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
    ...{ frame: frame.number, at, fromClient: !fromServer, length: 0, payload: NO_PAYLOAD },
    ...{ questionFrame: 0, roundTrip: -1 },
    icmp: message.name ?? `${message.type}/${message.code}`,
  };
}

function isSame(one: Endpoint, other: Endpoint): boolean {
  return one.address === other.address && one.port === other.port;
}
