import { ACK, FIN, RST, SYN } from '@praktikum/capture';
import type { ReportSegment } from '@praktikum/capture-report';
import type { SeriesName } from '../texts/page-texts.ts';

/** A point of a graph: seconds since the first segment, a value, and the frame it comes from. */
export type Point = readonly [seconds: number, value: number, frame: number];

type GraphName = 'sequence' | 'roundTrip' | 'window' | 'throughput';

/** A row of points, and how it is drawn. */
export interface GraphSeries {
  readonly name: SeriesName;
  readonly kind: 'points' | 'triangles' | 'steps' | 'line';
  readonly points: readonly Point[];
}

export interface Graph {
  readonly name: GraphName;
  readonly series: readonly GraphSeries[];
}

/** Weight of a new sample in the estimate of the round trip (RFC 6298, section 2). */
const ALPHA = 0.125;
/**
 * Most intervals that the throughput is counted in; where there is less data, there are fewer.
 * @unit intervals
 * @against a graph of single segments, whose rate is without end
 * @provenBy ./graph-points.spec.ts: counts the throughput in so many intervals at the most
 */
const MOST_INTERVALS = 60;

/** The four graphs of the data that one side sent. */
export function graphsOf(segments: readonly ReportSegment[], fromClient: boolean): Graph[] {
  const sent = segments.filter((segment) => segment.fromClient === fromClient);
  const answers = segments.filter(
    ({ fromClient: from, flags }) => from !== fromClient && (flags & (ACK | RST)) === ACK,
  );
  return [
    sequenceGraph(sent, answers),
    roundTripGraph(answers),
    windowGraph(sent, answers),
    throughputGraph(sent, answers),
  ];
}

/** The side that sent more payload: its data is drawn first. */
export function sendsMore(segments: readonly ReportSegment[]): boolean {
  let balance = 0;
  for (const { fromClient, length } of segments) balance += fromClient ? length : -length;
  return balance >= 0;
}

function point({ at, frame }: ReportSegment, value: number): Point {
  return [at / 1e9, value, frame];
}

function sequenceGraph(sent: readonly ReportSegment[], answers: readonly ReportSegment[]): Graph {
  const data = sent.filter(({ length, flags }) => length > 0 || (flags & (SYN | FIN)) !== 0);
  const isRepeated = ({ labels }: ReportSegment) => labels.includes('retransmission');
  const ends = (segments: readonly ReportSegment[]) =>
    segments.map((segment) => point(segment, segment.sequence + segment.length));
  return {
    name: 'sequence',
    series: [
      {
        name: 'acknowledged',
        kind: 'steps',
        points: answers.map((answer) => point(answer, answer.acknowledgement)),
      },
      { name: 'data', kind: 'points', points: ends(data.filter((one) => !isRepeated(one))) },
      { name: 'repeated', kind: 'triangles', points: ends(data.filter(isRepeated)) },
    ],
  };
}

function roundTripGraph(answers: readonly ReportSegment[]): Graph {
  const measured = answers.filter(({ roundTrip }) => roundTrip >= 0);
  const samples = measured.map((answer) => point(answer, answer.roundTrip / 1e6));
  let estimate: number | undefined;
  const estimates = samples.map(([seconds, sample, frame]): Point => {
    estimate = estimate === undefined ? sample : (1 - ALPHA) * estimate + ALPHA * sample;
    return [seconds, estimate, frame];
  });
  return {
    name: 'roundTrip',
    series: [
      { name: 'sample', kind: 'points', points: samples },
      { name: 'estimate', kind: 'line', points: estimates },
    ],
  };
}

function windowGraph(sent: readonly ReportSegment[], answers: readonly ReportSegment[]): Graph {
  const flights = sent.filter(({ length, bytesInFlight }) => length > 0 && bytesInFlight >= 0);
  return {
    name: 'window',
    series: [
      {
        name: 'offered',
        kind: 'steps',
        points: answers.map((answer) => point(answer, answer.window)),
      },
      {
        name: 'flight',
        kind: 'points',
        points: flights.map((segment) => point(segment, segment.bytesInFlight)),
      },
    ],
  };
}

/** From the first data to the last ACK, as the question after the throughput is answered. */
function throughputGraph(sent: readonly ReportSegment[], answers: readonly ReportSegment[]): Graph {
  const data = sent.filter(({ length, flags }) => length > 0 && (flags & RST) === 0);
  const start = data[0]?.at ?? 0;
  const lastSent = data.at(-1)?.at ?? 0;
  const end = answers.find(({ at }) => at > lastSent)?.at ?? lastSent;
  const points: Point[] = [];
  if (data.length > 0 && end > start) {
    const count = Math.min(data.length, MOST_INTERVALS);
    const seconds = (end - start) / count / 1e9;
    const bytes = new Array<number>(count).fill(0);
    const frames = new Array<number>(count).fill(0);
    for (const { at, length, frame } of data) {
      const interval = Math.min(count - 1, Math.floor((at - start) / 1e9 / seconds));
      bytes[interval]! += length;
      frames[interval] ||= frame;
    }
    bytes.forEach((sum, interval) => {
      // An interval without data belongs to the frame before it.
      const frame = frames[interval] || points.at(-1)![2];
      points.push([start / 1e9 + interval * seconds, sum / seconds, frame]);
    });
    // The last step needs an end to be seen.
    const [, rate, frame] = points.at(-1)!;
    points.push([end / 1e9, rate, frame]);
  }
  return { name: 'throughput', series: [{ name: 'rate', kind: 'steps', points }] };
}
