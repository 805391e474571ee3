import {
  type CaptureInterface,
  FrameDecoder,
  type PacketFilter,
  type TcpConversation,
  TcpTracker,
  type UdpConversation,
  UdpTracker,
} from '@praktikum/capture';
import { readCapture, type ReadCapture } from '../capture/file/read-capture.ts';
import { ServiceTimesCollector } from './service-times.ts';
import { UnreadPackets } from './unread-packets.ts';

/** A connection of a capture, and how many of its frames the filter shows. */
export interface SurveyRow<T> {
  readonly conversation: T;
  readonly shown: number;
}

/** What is in a capture. */
export interface CaptureSurvey {
  readonly ending: ReadCapture;
  /** Frames that the filter shows; all of them without one. */
  readonly shown: number;
  readonly tcp: readonly SurveyRow<TcpConversation>[];
  readonly udp: readonly SurveyRow<UdpConversation>[];
  /** When the clients of all TCP connections were served. */
  readonly times: ServiceTimesCollector;
  /** Packets that the capturing program or system lost, as far as the file says so. */
  readonly dropped: number;
  /** Packets of which no IP header could be read. */
  readonly unread: UnreadPackets;
}

/** Reads a capture through and lists its conversations, those the filter leaves over. */
export async function surveyCapture(file: string, filter: PacketFilter): Promise<CaptureSurvey> {
  const decoder = new FrameDecoder();
  const tcp = new TcpTracker();
  const udp = new UdpTracker();
  const unread = new UnreadPackets();
  const times = new ServiceTimesCollector();
  const shownTcp: number[] = [];
  const shownUdp: number[] = [];
  let shown = 0;
  const ending = await readCapture(file, (packet) => {
    const frame = decoder.decode(packet);
    unread.add(frame);
    const segment = tcp.observe(frame);
    const datagram = udp.observe(frame);
    if (segment) times.observe(segment);
    if (!filter({ frame, segment, datagram })) return undefined;
    shown += 1;
    if (segment) count(shownTcp, segment.conversation.stream);
    if (datagram) count(shownUdp, datagram.conversation.stream);
    return undefined;
  });
  return {
    ending,
    shown,
    tcp: rows(tcp.conversations, shownTcp),
    udp: rows(udp.conversations, shownUdp),
    times,
    dropped: droppedPackets(ending.interfaces),
    unread,
  };
}

function count(counts: number[], stream: number): void {
  counts[stream] = (counts[stream] ?? 0) + 1;
}

function rows<T extends { readonly stream: number }>(
  conversations: readonly T[],
  counts: readonly (number | undefined)[],
): SurveyRow<T>[] {
  return conversations
    .map((conversation) => ({ conversation, shown: counts[conversation.stream] ?? 0 }))
    .filter(({ shown }) => shown > 0);
}

function droppedPackets(interfaces: readonly CaptureInterface[]): number {
  return interfaces.reduce((sum, { statistics }) => {
    const { dropped = 0n, droppedBySystem = 0n } = statistics ?? {};
    return sum + Number(dropped > droppedBySystem ? dropped : droppedBySystem);
  }, 0);
}
