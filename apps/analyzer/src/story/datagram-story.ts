import type { PassedPacket } from './story-segment.ts';

/** A datagram, or the ICMP message that somebody could not deliver one. */
export interface StoryDatagram extends PassedPacket {
  /** Of an answer: the frame of its question and the time since, in nanoseconds; 0 and -1 when none. */
  readonly questionFrame: number;
  readonly roundTrip: number;
  /** Name of the ICMP message, such as `destination-unreachable/port`. */
  readonly icmp?: string;
  /** What was captured of the IP header with its extensions; of the UDP header, and nothing of ICMP. */
  readonly ipHeader: Uint8Array;
  readonly udpHeader: Uint8Array;
  readonly labels: readonly string[];
}

/** The datagrams between two endpoints. */
export interface DatagramStory {
  readonly protocol: 'UDP';
  readonly stream: number;
  readonly client: string;
  readonly server: string;
  /** Time of the first one, in seconds. */
  readonly firstSeconds: number;
  readonly datagrams: readonly StoryDatagram[];
  readonly fates: DatagramFates;
  /** Datagrams beyond the limit, which were only counted. */
  readonly leftOut: number;
}

/** A question and its answer. */
export interface DatagramPair {
  readonly question: number;
  readonly answer: number;
  /** Nanoseconds. */
  readonly roundTrip: number;
  /** Whether what was asked came back. */
  readonly echo: boolean;
}

/** Which datagram answers which, and what became of the others. */
export interface DatagramFates {
  readonly pairs: readonly DatagramPair[];
  /** Frames of questions without an answer. */
  readonly unanswered: readonly number[];
  /** ICMP messages that one could not be delivered. */
  readonly undelivered: readonly { readonly frame: number; readonly icmp: string }[];
}

/** Bytes of a question that are looked for in its answer. */
const COMPARED_BYTES = 128;

/** A datagram before all were read: only then it is certain which have no answer. */
export type KeptDatagram = Omit<StoryDatagram, 'labels'>;

/** Pairs the datagrams of a conversation. */
export function datagramFates(datagrams: readonly KeptDatagram[]): DatagramFates {
  const byFrame = new Map(datagrams.map((datagram) => [datagram.frame, datagram]));
  const pairs = datagrams
    .filter(({ questionFrame }) => questionFrame > 0)
    .map((answer) => {
      const { frame, questionFrame: question, roundTrip } = answer;
      return { question, answer: frame, roundTrip, echo: isEcho(byFrame.get(question), answer) };
    });
  const answered = new Set(pairs.map(({ question }) => question));
  return {
    pairs,
    unanswered: datagrams
      .filter(
        ({ frame, fromClient, icmp }) => fromClient && icmp === undefined && !answered.has(frame),
      )
      .map(({ frame }) => frame),
    undelivered: datagrams.flatMap(({ frame, icmp }) =>
      icmp === undefined ? [] : [{ frame, icmp }],
    ),
  };
}

function isEcho(question: KeptDatagram | undefined, answer: KeptDatagram): boolean {
  if (!question) return false;
  return Buffer.from(answer.payload).includes(question.payload.subarray(0, COMPARED_BYTES));
}
