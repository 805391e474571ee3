import { workerData } from 'node:worker_threads';
import type { FromWorker, WorkerStart } from '../shared/messages.ts';
import type { OwnerLink } from '../shared/owner.ts';
import type { ConnectionHandler } from './connection.ts';
import { OwnerLine } from './owner-line.ts';
import { PoolPort } from './pool-port.ts';

/** What a worker knows about itself. */
export interface WorkerContext<Data, Up = never, Down = never> {
  /** 1 to the number of workers. */
  readonly worker: number;
  /** `data` of the pool's options, as it arrived through structured clone. */
  readonly data: Data;
  /** The line to the owner, of a pool that has one. */
  readonly owner?: OwnerLink<Up, Down>;
}

/**
 * Makes the worker module that calls it serve the connections of its pool.
 * @param setUp called once, before the first connection; the pool waits for it
 */
export async function serveConnections<Data = undefined, Up = never, Down = never>(
  setUp: (context: WorkerContext<Data, Up, Down>) => ConnectionHandler | Promise<ConnectionHandler>,
): Promise<void> {
  const start = workerData as WorkerStart;
  const owner = ownerLine(start);
  const handler = await setUp({
    worker: start.worker,
    data: start.data as Data,
    ...(owner && { owner: owner as OwnerLink<unknown, unknown> as OwnerLink<Up, Down> }),
  });
  new PoolPort(start, handler, owner).open();
}

function ownerLine({ ownerLine: memory, port }: WorkerStart): OwnerLine | undefined {
  if (memory === undefined) return undefined;
  return new OwnerLine(memory, (messages, transfer) => {
    port.postMessage({ type: 'owner', messages } satisfies FromWorker, transfer);
  });
}
