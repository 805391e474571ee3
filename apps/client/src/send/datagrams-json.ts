import type { Endpoint } from '@praktikum/protocol';
import { roundedJson } from '@praktikum/service';
import type { DatagramStatistics } from './datagram-statistics.ts';

/** A run of numbered datagrams; its times are those of `performance.now()`. */
interface DatagramRun {
  readonly endpoint: Endpoint;
  readonly settings: {
    readonly count: number;
    readonly intervalMs: number;
    readonly timeoutMs: number;
  };
  readonly startedAt: number;
  /** When replies were waited for no longer. */
  readonly endedAt: number;
}

/**
 * The result for machines. Times are milliseconds with three decimals: `startedAt` and `endedAt` since 1970,
 * the others since `startedAt`.
 */
export function datagramsJson(
  { endpoint, settings, startedAt, endedAt }: DatagramRun,
  statistics: DatagramStatistics,
): string {
  const { sentCount, answeredCount, lostCount, duplicates, reordered, foreign } = statistics;
  const document = {
    ...endpoint,
    settings,
    startedAt: performance.timeOrigin + startedAt,
    endedAt: performance.timeOrigin + endedAt,
    summary: {
      ...{ sent: sentCount, answered: answeredCount, unanswered: lostCount },
      ...{ duplicates, reordered, foreign },
      roundTrip: statistics.roundTrip ?? null,
    },
    datagrams: statistics.records.map(({ number, sentAt, replies }) => ({
      number,
      sentAt: sentAt - startedAt,
      replies: replies.map(({ at, arrival }) => ({ at: at - startedAt, arrival })),
    })),
  };
  return roundedJson(document, 2);
}
