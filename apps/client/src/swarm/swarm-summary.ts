import { codeOf } from '@praktikum/protocol';
import type { ClientRecord } from './client-record.ts';
import type { SwarmResult } from './run-swarm.ts';

/** Milliseconds. */
interface Spread {
  readonly min: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

/** What a swarm amounts to. A spread is missing when no client got so far. */
export interface SwarmSummary {
  readonly succeeded: number;
  readonly failed: number;
  /** Messages that came back as they were sent. */
  readonly answered: number;
  readonly durationMs: number;
  /** Undefined while nobody was answered, `mixed` when the clients disagree. */
  readonly reply: 'echo' | 'reply' | 'mixed' | undefined;
  /**
   * How many clients were being served at the same time, on average while any was: 1 for a server
   * that takes them one by one, nearly their number for one that takes them all at once.
   */
  readonly concurrency: number | undefined;
  readonly connecting: Spread | undefined;
  readonly waiting: Spread | undefined;
  readonly roundTrip: Spread | undefined;
  readonly whole: Spread | undefined;
  /** Number of failed clients by the code of what they failed with. */
  readonly failures: Readonly<Record<string, number>>;
}

export function summarize({ records, roundTrips }: SwarmResult): SwarmSummary {
  const good = records.filter(({ error }) => error === undefined);
  return {
    succeeded: good.length,
    failed: records.length - good.length,
    answered: records.reduce((sum, { answered }) => sum + answered, 0),
    durationMs: records.reduce((latest, { finishedAt }) => Math.max(latest, finishedAt), 0),
    reply: replyOf(records),
    concurrency: concurrencyOf(records),
    connecting: spreadOf(
      records.flatMap(({ startedAt, connectedAt }) => span(startedAt, connectedAt)),
    ),
    waiting: spreadOf(records.flatMap(({ connectedAt, servedAt }) => span(connectedAt, servedAt))),
    roundTrip:
      roundTrips.count === 0
        ? undefined
        : {
            min: roundTrips.min / 1000,
            median: roundTrips.percentile(50) / 1000,
            p95: roundTrips.percentile(95) / 1000,
            max: roundTrips.max / 1000,
          },
    whole: spreadOf(good.map(({ startedAt, finishedAt }) => finishedAt - startedAt)),
    failures: countFailures(records),
  };
}

function replyOf(records: readonly ClientRecord[]): SwarmSummary['reply'] {
  const kinds = new Set(
    records.flatMap(({ prefixed }) => (prefixed === undefined ? [] : [prefixed])),
  );
  if (kinds.size === 0) return undefined;
  if (kinds.size === 2) return 'mixed';
  return kinds.has(true) ? 'reply' : 'echo';
}

function concurrencyOf(records: readonly ClientRecord[]): number | undefined {
  const spans = records.flatMap(({ servedAt, finishedAt }) =>
    servedAt === undefined ? [] : [{ from: servedAt, to: finishedAt }],
  );
  if (spans.length === 0) return undefined;
  const from = spans.reduce((least, span) => Math.min(least, span.from), Infinity);
  const to = spans.reduce((most, span) => Math.max(most, span.to), 0);
  const served = spans.reduce((sum, span) => sum + span.to - span.from, 0);
  return to > from ? Math.max(1, served / (to - from)) : 1;
}

function countFailures(records: readonly ClientRecord[]): Record<string, number> {
  const failures: Record<string, number> = {};
  for (const { error } of records) {
    if (error === undefined) continue;
    const code = codeOf(error);
    failures[code] = (failures[code] ?? 0) + 1;
  }
  return failures;
}

function span(from: number | undefined, to: number | undefined): number[] {
  return from === undefined || to === undefined ? [] : [to - from];
}

function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!;
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
  return { min: sorted[0]!, median, p95: at(0.95), max: sorted.at(-1)! };
}
