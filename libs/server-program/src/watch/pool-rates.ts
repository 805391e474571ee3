import type { SocketPoolStats, WorkerStats } from '@praktikum/socket-pool';

/** What a pool does at the moment, worked out of two looks at it. Rates are per second. */
export interface PoolRates {
  readonly stats: SocketPoolStats;
  readonly acceptedRate: number;
  readonly workers: readonly WorkerRates[];
}

export interface WorkerRates extends WorkerStats {
  /** Bytes read and written. */
  readonly byteRate: number;
}

/** @param seconds between the two looks */
export function poolRates(
  before: SocketPoolStats,
  stats: SocketPoolStats,
  seconds: number,
): PoolRates {
  const rate = (now: number, then: number) => Math.max(0, now - then) / seconds;
  const passed = (worker: WorkerStats | undefined) =>
    worker === undefined ? 0 : worker.bytesRead + worker.bytesWritten;
  return {
    stats,
    acceptedRate: rate(stats.accepted, before.accepted),
    workers: stats.workers.map((worker, at) => ({
      ...worker,
      byteRate: rate(passed(worker), passed(before.workers[at])),
    })),
  };
}
