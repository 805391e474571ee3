import { afterEach, expect, it } from '@jest/globals';
import { createHistogram } from 'node:perf_hooks';
import { swarmReport } from './swarm-report.ts';
import { summarize } from './swarm-summary.ts';
import { SWARM_TEXTS } from './texts.ts';
import type { SwarmResult } from './run-swarm.ts';

const { columns } = process.stdout;
afterEach(() => void (process.stdout.columns = columns));

it('grows no wider than its limit on a wider terminal', async () => {
  process.stdout.columns = 300;
  const record = { startedAt: 0, connectedAt: 1, servedAt: 2, finishedAt: 30, answered: 1 };
  const roundTrips = createHistogram();
  roundTrips.record(1);
  const result: SwarmResult = {
    options: {
      endpoint: { host: 'localhost', port: 12_345 },
      clients: 1,
      messages: 1,
      thinkMs: 0,
      timeoutMs: 1000,
      signal: new AbortController().signal,
      progressed: () => undefined,
    },
    records: [{ ...record, number: 1, prefixed: false, error: undefined }],
    roundTrips,
  };
  const report = await swarmReport(result, summarize(result), SWARM_TEXTS.en, () => {
    throw new Error('nothing has failed');
  });
  const chart = report.split('\n').filter((line) => line.includes('█'));
  const widest = Math.max(...chart.map((line) => line.length));
  expect(widest).toBeGreaterThan(90);
  expect(widest).toBeLessThanOrEqual(100);
});
