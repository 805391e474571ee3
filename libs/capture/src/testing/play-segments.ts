import { FrameDecoder } from '../frame/frame-decoder.ts';
import type { CaptureLimits } from '../limits.ts';
import { labelNames } from '../tcp/analysis/label.ts';
import type { TcpConversation } from '../tcp/conversation/tcp-conversation.ts';
import { TcpTracker } from '../tcp/tcp-tracker.ts';
import { CLIENT, packetOf, SERVER, type SegmentFacts, segmentBytes } from './build-frame.ts';

/** One line of a scripted conversation. Numbers are relative to 1000 (client) and 5000 (server). */
export interface ScriptLine extends Omit<SegmentFacts, 'payload'> {
  /** `c` for the client, `s` for the server. */
  readonly from: 'c' | 's';
  /** Flag letters: S F R P A U. Default A. */
  readonly say?: string;
  readonly seq?: number;
  readonly ack?: number;
  readonly length?: number;
  /** Milliseconds since the first line. Default: one after the line before. */
  readonly at?: number;
}

/** What the tracker said of one line. */
export interface Observed {
  readonly stream: number;
  readonly seq: number;
  readonly ack: number;
  readonly wireshark: readonly string[];
  readonly labels: readonly string[];
  readonly roundTrip: number;
  readonly bytesInFlight: number;
  readonly duplicateAck: number;
  readonly originalFrame: number;
  readonly originalCaptured: boolean;
  readonly answeredFrame: number;
  readonly sentBeyond: boolean;
  readonly acknowledgedBy: number;
  readonly window: number;
  readonly states: readonly string[];
}

const CLIENT_BASE = 1000;
const SERVER_BASE = 5000;
const LETTERS: Record<string, number> = { F: 1, S: 2, R: 4, P: 8, A: 16, U: 32 };

/** Runs a script through decoder and tracker. */
export function play(
  lines: readonly ScriptLine[],
  limits: Partial<CaptureLimits> = {},
): { observed: Observed[]; tracker: TcpTracker; conversation: TcpConversation } {
  const decoder = new FrameDecoder();
  const tracker = new TcpTracker(limits);
  const observed: Observed[] = [];
  let at = 0;
  lines.forEach((line, index) => {
    at = line.at ?? at + 1;
    const packet = packetOf(bytesOf(line, index), { number: index + 1, nanoseconds: at * 1e6 });
    const segment = tracker.observe(decoder.decode(packet));
    if (!segment) return;
    const { conversation } = segment;
    const { states } = conversation.lifecycle;
    observed.push({
      stream: conversation.stream,
      seq: segment.relativeSequence,
      ack: segment.relativeAcknowledgement,
      wireshark: labelNames(segment.wiresharkLabels),
      labels: labelNames(segment.labels),
      roundTrip: segment.roundTrip,
      bytesInFlight: segment.bytesInFlight,
      duplicateAck: segment.duplicateAck,
      originalFrame: segment.originalFrame,
      originalCaptured: segment.originalCaptured,
      answeredFrame: segment.answeredFrame,
      sentBeyond: segment.sentBeyond,
      acknowledgedBy: segment.acknowledgedBy,
      window: segment.scaledWindow,
      states: conversation.client === 0 ? [...states] : states.toReversed(),
    });
  });
  return { observed, tracker, conversation: tracker.conversations[0]! };
}

function bytesOf(line: ScriptLine, index: number): Uint8Array {
  const fromClient = line.from === 'c';
  const flags = [...(line.say ?? 'A')].reduce((bits, letter) => bits | LETTERS[letter]!, 0);
  const [own, other] = fromClient ? [CLIENT_BASE, SERVER_BASE] : [SERVER_BASE, CLIENT_BASE];
  return segmentBytes({
    source: fromClient ? CLIENT : SERVER,
    destination: fromClient ? SERVER : CLIENT,
    sourcePort: fromClient ? 40_000 : 12_345,
    destinationPort: fromClient ? 12_345 : 40_000,
    ipId: index + 1,
    ...line,
    sequence: (own + (line.seq ?? 0)) >>> 0,
    acknowledgement: (flags & 16) === 0 ? 0 : (other + (line.ack ?? 0)) >>> 0,
    flags,
    payload: new Array<number>(line.length ?? 0).fill(0x61),
  });
}

/** The three segments that open a connection, with window scale 7 and an MSS of 1460. */
export const HANDSHAKE: readonly ScriptLine[] = [
  { from: 'c', say: 'S', at: 0, options: [2, 4, 5, 180, 1, 3, 3, 7] },
  { from: 's', say: 'SA', ack: 1, at: 10, options: [2, 4, 5, 180, 1, 3, 3, 7] },
  { from: 'c', seq: 1, ack: 1, at: 20, window: 502 },
];
