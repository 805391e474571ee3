import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { WorkerStart } from '../../shared/messages.ts';

/**
 * Young generation of a worker's heap, as V8 counts it: three times a half. It would let it grow to 96,
 * where a server that takes and closes many connections walks through memory that no cache holds: that
 * takes a tenth more CPU and 80 MB more.
 * @unit MB
 * @against a heap that outgrows the caches of the processor and the memory of a small computer
 * @provenBy ../pool-limits.spec.ts: keeps the young generation of a worker small
 */
export const YOUNG_GENERATION_MB = 24;

/** A thread of the pool, and the pool's own line to it. */
export interface WorkerThread {
  readonly thread: Worker;
  readonly port: MessagePort;
}

export function startThread(module: URL, start: Omit<WorkerStart, 'port'>): WorkerThread {
  const { port1, port2 } = new MessageChannel();
  const workerData: WorkerStart = { ...start, port: port2 };
  const thread = new Worker(module, {
    workerData,
    transferList: [port2],
    name: `pool-${start.worker}`,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  return { thread, port: port1 };
}
