import { describe, expect, it } from '@jest/globals';
import type { ReportSegment } from '@praktikum/capture-report';
import { graphsOf, sendsMore } from './graph-points.ts';

const ACK = 0x10;

function segment(frame: number, from: '>' | '<', ms: number, more: Partial<ReportSegment>) {
  return {
    frame,
    at: ms * 1e6,
    fromClient: from === '>',
    flags: ACK,
    sequence: 1,
    acknowledgement: 1,
    length: 0,
    window: 1_000,
    labels: [],
    roundTrip: -1,
    bytesInFlight: -1,
    ...more,
  } as unknown as ReportSegment;
}

const SEGMENTS = [
  segment(1, '>', 0, { length: 100, bytesInFlight: 100 }),
  segment(2, '>', 10, { sequence: 101, length: 100, bytesInFlight: 200 }),
  segment(3, '>', 20, { length: 100, labels: ['retransmission'], bytesInFlight: 200 }),
  segment(4, '<', 30, { acknowledgement: 101, roundTrip: 8e6 }),
  segment(5, '<', 40, { acknowledgement: 201, roundTrip: 16e6, window: 500 }),
];

describe('graphsOf', () => {
  const points = (name: string) =>
    graphsOf(SEGMENTS, true)
      .flatMap(({ series }) => series)
      .find((series) => series.name === name)?.points;

  it.each([
    [
      'data',
      [
        [0, 101, 1],
        [0.01, 201, 2],
      ],
    ],
    ['repeated', [[0.02, 101, 3]]],
    [
      'acknowledged',
      [
        [0.03, 101, 4],
        [0.04, 201, 5],
      ],
    ],
    [
      'sample',
      [
        [0.03, 8, 4],
        [0.04, 16, 5],
      ],
    ],
    [
      'estimate',
      [
        [0.03, 8, 4],
        [0.04, 9, 5],
      ],
    ],
    [
      'offered',
      [
        [0.03, 1_000, 4],
        [0.04, 500, 5],
      ],
    ],
    [
      'flight',
      [
        [0, 100, 1],
        [0.01, 200, 2],
        [0.02, 200, 3],
      ],
    ],
    // Three segments of data in 30 ms, to the first ACK after the last of them: three intervals.
    [
      'rate',
      [
        [0, 10_000, 1],
        [0.01, 10_000, 2],
        [0.02, 10_000, 3],
        [0.03, 10_000, 3],
      ],
    ],
  ])('draws %s', (name, expected) => {
    expect(points(name)).toEqual(expected);
  });

  it('is empty for a side that sent nothing', () => {
    const [, , , throughput] = graphsOf(SEGMENTS, false);
    expect(throughput?.series[0]?.points).toEqual([]);
  });

  it('counts the throughput in so many intervals at the most', () => {
    const many = Array.from({ length: 500 }, (_, at) => segment(at + 1, '>', at, { length: 1 }));
    const [, , , throughput] = graphsOf(many, true);
    expect(throughput!.series[0]!.points).toHaveLength(61);
  });

  it('begins with the side that sends more', () => {
    expect(sendsMore(SEGMENTS)).toBe(true);
    expect(sendsMore([segment(1, '<', 0, { length: 1 })])).toBe(false);
  });
});
