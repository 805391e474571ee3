import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadOptions, LoadResult } from '../load/load-run.ts';
import { machineCpuMicros } from '../process-usage.ts';
import type { Figures, Measuring } from './case.ts';

/**
 * Puts a load on the server and relates what the server used meanwhile to what it did.
 * @param workOnMs how long the server may go on with it; CPU of this time counts for an operation
 */
export async function measureLoad(
  { server, load }: Measuring,
  options: Omit<LoadOptions, 'port'>,
  workOnMs = 0,
): Promise<{ readonly result: LoadResult; readonly figures: Figures }> {
  const run = await load.start({ ...options, port: server.port });
  try {
    const before = server.cpuMicros();
    const machineBefore = machineCpuMicros();
    const result = await run.go();
    const used = server.cpuMicros() - before;
    const usedByAll = machineCpuMicros() - machineBefore;
    refuseErrors(result);
    await sleep(workOnMs);
    return {
      result,
      figures: {
        throughput: result.counted / result.seconds,
        cpuMicros: (server.cpuMicros() - before) / result.operations,
        serverCores: used / 1e6 / result.elapsed,
        loadCores: result.cpuSeconds / result.elapsed,
        loadShare: loadShare(result.cpuSeconds, used / 1e6),
        otherCores: Math.max(0, (usedByAll - used) / 1e6 - result.cpuSeconds) / result.elapsed,
        memoryMiB: server.memoryKiB() / 1024,
      },
    };
  } finally {
    await run.end();
  }
}

/** The price of measuring: percent of the CPU that the load generator took, the server the rest. */
function loadShare(loadSeconds: number, serverSeconds: number): number {
  return (100 * loadSeconds) / (loadSeconds + serverSeconds);
}

/** A figure that rests on failed operations would say nothing. */
function refuseErrors({ errors, error, operations }: LoadResult): void {
  if (errors > 0)
    throw new Error(`${errors} of ${operations + errors} operations failed: ${error}`);
  if (operations === 0) throw new Error('no operation was finished');
}
