import {
  createLogger,
  type Language,
  type LogOptions,
  type Logger,
  type LogWords,
} from '@praktikum/service';
import { serveConnections, type ConnectionHandler, type OwnerLink } from '@praktikum/socket-pool';
import { ConnectionLog } from '../connection-log.ts';
import { SERVER_TEXTS } from '../texts.ts';

/** What the main thread of a service gives to each of its workers. */
export interface WorkerData<Data> {
  readonly service: Data;
  readonly log: LogOptions;
  /** What the codes mean that a connection may end with. */
  readonly codes: LogWords;
}

/** What the worker of a service works with. */
interface ServiceWorker<Data, Up, Down> {
  /** 1 to the number of workers. */
  readonly worker: number;
  /** What `data` of the service's definition has given to all of them. */
  readonly data: Data;
  /** The thread's own; its lines carry the number of the worker. */
  readonly log: Logger;
  /** The lines that every server logs of its clients. */
  readonly connections: ConnectionLog;
  readonly language: Language;
  /** The line to the owner, of a service that has one. */
  readonly owner?: OwnerLink<Up, Down>;
}

/**
 * Makes the module that calls it the worker of a service that `runPoolService` runs: a handler of
 * connections, and a log of how each of them ended.
 * @param setUp called once, before the first connection
 */
export function runPoolWorker<Data = undefined, Up = never, Down = never>(
  setUp: (worker: ServiceWorker<Data, Up, Down>) => ConnectionHandler | Promise<ConnectionHandler>,
): Promise<void> {
  return serveConnections<WorkerData<Data>, Up, Down>(async ({ worker, data, owner }) => {
    const { language } = data.log;
    const log = createLogger(data.log).child({ worker });
    const connections = new ConnectionLog(log, SERVER_TEXTS[language], data.codes);
    const own = { worker, data: data.service, log, connections, language };
    const handler = await setUp({ ...own, ...(owner && { owner }) });
    return connections.handlerOf(handler);
  });
}
