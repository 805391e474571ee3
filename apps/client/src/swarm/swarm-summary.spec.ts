import { createHistogram } from 'node:perf_hooks';
import { describe, expect, it } from '@jest/globals';
import { CodedError } from '@praktikum/protocol';
import type { ClientRecord } from './client-record.ts';
import type { SwarmResult } from './run-swarm.ts';
import { summarize } from './swarm-summary.ts';

function result(records: readonly ClientRecord[], micros: readonly number[] = []): SwarmResult {
  const roundTrips = createHistogram();
  for (const value of micros) roundTrips.record(value);
  return { records, roundTrips, options: {} as SwarmResult['options'] };
}

const served = (number: number, servedAt: number, finishedAt: number): ClientRecord => ({
  number,
  startedAt: 0,
  connectedAt: 1,
  servedAt,
  finishedAt,
  answered: 2,
  prefixed: false,
});

describe('summarize', () => {
  it('finds 1 at a time in a queue', () => {
    const queue = [served(1, 1, 11), served(2, 11, 21), served(3, 21, 31)];
    expect(summarize(result(queue))).toMatchObject({
      succeeded: 3,
      failed: 0,
      answered: 6,
      durationMs: 31,
      reply: 'echo',
      concurrency: 1,
      waiting: { min: 0, median: 10, p95: 20, max: 20 },
    });
  });

  it('finds all at the same time where they are', () => {
    const together = [served(1, 1, 11), served(2, 1, 11), served(3, 1, 11)];
    expect(summarize(result(together)).concurrency).toBe(3);
  });

  it('counts failures by their code', () => {
    const error = new CodedError('ECONNREFUSED', 'refused');
    const failed = { number: 2, startedAt: 0, finishedAt: 3, answered: 0, error };
    expect(summarize(result([served(1, 1, 2), failed]))).toMatchObject({
      succeeded: 1,
      failed: 1,
      failures: { ECONNREFUSED: 1 },
    });
  });

  it('has nothing to say where nothing was answered', () => {
    const summary = summarize(result([]));
    expect(summary).toMatchObject({ durationMs: 0, answered: 0 });
    expect([summary.reply, summary.concurrency, summary.waiting, summary.roundTrip]).toEqual(
      Array.from({ length: 4 }),
    );
  });

  it('gives round trips in milliseconds', () => {
    const { roundTrip } = summarize(result([served(1, 1, 2)], [1000, 2000, 3000]));
    expect(roundTrip?.min).toBeCloseTo(1, 1);
    expect(roundTrip?.max).toBeCloseTo(3, 1);
  });

  it('says when clients were answered in different ways', () => {
    const mixed = [served(1, 1, 2), { ...served(2, 1, 2), prefixed: true }];
    expect(summarize(result(mixed)).reply).toBe('mixed');
  });
});
