import { workerData } from 'node:worker_threads';
import type { WorkerStart } from '../shared/messages.ts';
import type { ConnectionHandler } from './connection.ts';
import { PoolPort } from './pool-port.ts';

/** What a worker knows about itself. */
export interface WorkerContext<Data> {
  /** 1 to the number of workers. */
  readonly worker: number;
  /** `data` of the pool's options, as it arrived through structured clone. */
  readonly data: Data;
}

/**
 * Makes the worker module that calls it serve the connections of its pool.
 * @param setUp called once, before the first connection; the pool waits for it
 */
export async function serveConnections<Data = undefined>(
  setUp: (context: WorkerContext<Data>) => ConnectionHandler | Promise<ConnectionHandler>,
): Promise<void> {
  const start = workerData as WorkerStart;
  const handler = await setUp({ worker: start.worker, data: start.data as Data });
  new PoolPort(start, handler).open();
}
