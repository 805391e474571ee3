import type { MessagePort } from 'node:worker_threads';
import type { ClosedConnection } from './connection.ts';
import type { ClientToServe, ServingLimits } from './connection-set.ts';
import type { SharedTlsSettings } from './tls/tls-settings.ts';

/** What a worker is started with. */
export interface WorkerStart {
  /**
   * The pool's own line to the worker. A socket that is queued in a private port, or posted to one
   * whose worker has gone, is closed with the port; one posted to a dead `Worker` would hang.
   */
  readonly port: MessagePort;
  /** 1 to the number of workers. A worker that replaces another takes over its number. */
  readonly worker: number;
  readonly limits: ServingLimits;
  /** Without it connections are plain. */
  readonly tls?: SharedTlsSettings;
  /** What the service gives to all of its workers. */
  readonly data: unknown;
}

/** From the pool to a worker. */
export type ToWorker =
  /** Serve this client; answered by a report. Its socket travels with the message. */
  | ({ readonly type: 'serve' } & ClientToServe)
  /** Close each connection as soon as it is idle. */
  | { readonly type: 'drain' }
  /** Cut every connection off. */
  | { readonly type: 'destroy' }
  /** Is the thread free to listen? Answered by `pong`. */
  | { readonly type: 'ping' }
  /** Nothing more will come: end the thread. */
  | { readonly type: 'stop' };

/** From a worker to the pool. */
export type FromWorker = { readonly type: 'ready' } | { readonly type: 'pong' } | Report;

/** What has happened to a worker's connections in one turn of its event loop. */
export interface Report {
  readonly type: 'report';
  /** The connections that were taken over. */
  readonly accepted: readonly number[];
  readonly closed: readonly { readonly id: number; readonly closed: ClosedConnection }[];
}
