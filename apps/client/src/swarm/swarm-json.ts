import { codeOf } from '@praktikum/protocol';
import { roundedJson } from '@praktikum/service';
import type { SwarmResult } from './run-swarm.ts';
import type { SwarmSummary } from './swarm-summary.ts';

/** The result for machines. Times are milliseconds, with three decimals; `*At` since the start. */
export function swarmJson({ options, records }: SwarmResult, summary: SwarmSummary): string {
  const { endpoint, clients, messages, thinkMs, timeoutMs } = options;
  const document = {
    ...endpoint,
    settings: { clients, messages, thinkMs, timeoutMs },
    summary,
    clients: records.map(({ error, ...record }) => ({
      ...record,
      code: error === undefined ? undefined : codeOf(error),
      error: error instanceof Error ? error.message : undefined,
    })),
  };
  return roundedJson(document, 2);
}
