import { workerData } from 'node:worker_threads';
import type { ConnectionHandler } from './connection.ts';
import { ConnectionSet } from './connection-set.ts';
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts';
import { Reports } from './reports.ts';

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
  const { port, worker, limits, tls, data } = workerData as WorkerStart;
  const post = (message: FromWorker) => port.postMessage(message);
  const reports = new Reports(post);
  process.on('exit', () => reports.send()); // what happened in the turn that ends the thread
  const handler = await setUp({ worker, data: data as Data });
  let stopping = false;
  const connections = new ConnectionSet(
    handler,
    limits,
    ({ id }, closed) => {
      reports.closed(id, closed);
      endWhenIdle();
    },
    tls,
  );
  const endWhenIdle = () => {
    if (!stopping || connections.size > 0) return;
    reports.send();
    port.close(); // the last thing that keeps the thread alive
  };
  port.on('message', (message: ToWorker) => {
    switch (message.type) {
      case 'serve':
        reports.accepted(message.id);
        return connections.serve(message);
      case 'ping':
        reports.send(); // the answer settles what was handed over before the question
        return post({ type: 'pong' });
      case 'drain':
        return connections.drain();
      case 'destroy':
        return connections.destroy();
      case 'stop':
        stopping = true;
        return endWhenIdle();
    }
  });
  post({ type: 'ready' });
}
