import type { ClientRecord } from './client-record.ts';

/** One row of the chart: one client, or the median of several. Milliseconds since the swarm began. */
export interface ChartRow {
  /** `7`, or `71–80`. */
  readonly label: string;
  readonly from: number;
  readonly connected: number;
  readonly served: number;
  readonly to: number;
  /** Clients of this row that failed. */
  readonly failed: number;
}

/**
 * More rows than this say less.
 * @unit rows
 * @against a chart of thousands of lines
 * @provenBy ./chart-rows.spec.ts: puts %i clients into 40 rows at the most
 */
export const MAX_CHART_ROWS = 40;

/** The records as rows, neighbours put together when there are too many. */
export function chartRows(records: readonly ClientRecord[], maxRows = MAX_CHART_ROWS): ChartRow[] {
  const perRow = Math.ceil(records.length / maxRows);
  const rows: ChartRow[] = [];
  for (let start = 0; start < records.length; start += perRow) {
    rows.push(rowOf(records.slice(start, start + perRow)));
  }
  return rows;
}

function rowOf(records: readonly ClientRecord[]): ChartRow {
  const [first, last] = [records[0]!, records.at(-1)!];
  // A client that did not get so far spent the rest of its life before that point.
  return {
    label: first === last ? `${first.number}` : `${first.number}–${last.number}`,
    from: median(records.map(({ startedAt }) => startedAt)),
    connected: median(records.map(({ connectedAt, finishedAt }) => connectedAt ?? finishedAt)),
    served: median(records.map(({ servedAt, finishedAt }) => servedAt ?? finishedAt)),
    to: median(records.map(({ finishedAt }) => finishedAt)),
    failed: records.filter(({ error }) => error !== undefined).length,
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}
