import { describe, expect, it } from '@jest/globals';
import { chartRows, MAX_CHART_ROWS } from './chart-rows.ts';
import type { ClientRecord } from './client-record.ts';

/** Client n connects at n, is served at 10n and has finished at 20n. */
const record = (number: number): ClientRecord => ({
  number,
  startedAt: 0,
  connectedAt: number,
  servedAt: 10 * number,
  finishedAt: 20 * number,
  answered: 1,
});
const records = (count: number) => Array.from({ length: count }, (_, index) => record(index + 1));

describe('chartRows', () => {
  it('gives every client a row while there is room', () => {
    const rows = chartRows(records(MAX_CHART_ROWS));
    expect(rows).toHaveLength(MAX_CHART_ROWS);
    expect(rows[6]).toEqual({ label: '7', from: 0, connected: 7, served: 70, to: 140, failed: 0 });
  });

  it.each([41, 100, 9999])('puts %i clients into 40 rows at the most', (count) => {
    const rows = chartRows(records(count));
    expect(rows.length).toBeLessThanOrEqual(MAX_CHART_ROWS);
    expect(rows.at(-1)?.label).toMatch(new RegExp(`(^|–)${count}$`));
  });

  it('shows the median of a row', () => {
    const [row] = chartRows(records(5), 1);
    expect(row).toMatchObject({ label: '1–5', connected: 3, served: 30, to: 60 });
  });

  it('lets a client that was never served wait to its end', () => {
    const refused = { number: 1, startedAt: 1, finishedAt: 5, answered: 0, error: new Error('no') };
    expect(chartRows([refused])).toEqual([
      { label: '1', from: 1, connected: 5, served: 5, to: 5, failed: 1 },
    ]);
  });
});
