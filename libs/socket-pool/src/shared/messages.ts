import type { BoundSocket } from 'node:net';
import type { MessagePort } from 'node:worker_threads';
import type { NumberedClient } from './client.ts';
import type { PoolSettings } from './pool-settings.ts';
import type { ClientColumns, ClosedColumns } from './report-columns.ts';
import type { MovedSocket } from './socket-handle.ts';
import type { SharedTlsSettings } from './tls-settings.ts';

/** The memory of the two directions of a line: the receiving end of each counts there. */
export interface OwnerLineMemory {
  readonly up: SharedArrayBuffer;
  readonly down: SharedArrayBuffer;
}

/** What a worker is started with. */
export interface WorkerStart {
  /**
   * The pool's own line to the worker. A socket that is queued in a private port, or posted to one
   * whose worker has gone, is closed with the port; one posted to a dead `Worker` would hang.
   */
  readonly port: MessagePort;
  /** 1 to the number of workers. A worker that replaces another takes over its number. */
  readonly worker: number;
  readonly settings: PoolSettings;
  /** Shared memory in which the places for clients are counted. */
  readonly places: SharedArrayBuffer;
  /** One cell of this worker: places it took without asking, readable when the thread has died. */
  readonly taken: SharedArrayBuffer;
  /** Of its line to the owner, where the pool has one. */
  readonly ownerLine?: OwnerLineMemory;
  /** What the service gives to all of its workers. */
  readonly data: unknown;
}

/** A client on its way from the pool to a worker. */
interface MovedClient extends NumberedClient {
  readonly moved: MovedSocket;
}

/** A socket that is bound to the port of a listener. */
export interface BoundListener {
  readonly listener: string;
  readonly bound: BoundSocket;
}

/** From the pool to a worker. */
export type ToWorker =
  /** Serve these clients; answered by a report. Their sockets travel with the message. */
  | { readonly type: 'serve'; readonly clients: readonly MovedClient[]; readonly sentAt: number }
  /** Close each connection as soon as it is idle. */
  | { readonly type: 'drain' }
  /** Cut every connection off. */
  | { readonly type: 'destroy' }
  /** Is the thread free to listen? Answered by `pong`. */
  | { readonly type: 'ping' }
  /** Nothing more will come: end the thread. */
  | { readonly type: 'stop' }
  /** Accept on these by yourself; answered by `listening` or `not-listening`. */
  | { readonly type: 'listen'; readonly bound: readonly BoundListener[] }
  /** The same, on the sockets that another worker will post here. */
  | { readonly type: 'take-over'; readonly from: MessagePort }
  /** Post your listening sockets there, one message each, and accept no more. */
  | { readonly type: 'move-listeners'; readonly to: MessagePort }
  /** Accept no more; answered by `not-listening`. */
  | { readonly type: 'stop-listening' }
  /** New certificates, by the name of their listener, for handshakes that begin from now on. */
  | { readonly type: 'certificates'; readonly tls: Readonly<Record<string, SharedTlsSettings>> }
  /** From the owner, what it has sent in one turn. */
  | { readonly type: 'owner'; readonly messages: readonly unknown[] }
  /** Serve the client you asked for. */
  | { readonly type: 'admit'; readonly id: number }
  | { readonly type: 'refuse'; readonly id: number };

/** From a worker to the pool. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'pong' }
  /** Before each `pong`, and last of all. */
  | { readonly type: 'load'; readonly load: WorkerLoad }
  | { readonly type: 'listening' }
  | { readonly type: 'not-listening'; readonly error?: unknown }
  /** For the owner, what was sent in one turn. */
  | { readonly type: 'owner'; readonly messages: readonly unknown[] }
  /** It accepts no more because no descriptor is left, or does again. */
  | { readonly type: 'paused'; readonly isPaused: boolean }
  /** The socket of a listener is gone: it wants another one. */
  | { readonly type: 'listener-lost'; readonly listener: string }
  | Report;

/** What has happened to a worker's connections in one turn of its event loop. */
export interface Report {
  readonly type: 'report';
  /** The connections that were taken over, and for each the milliseconds of its hand-over. */
  readonly accepted: readonly number[];
  readonly handoverMs: readonly number[];
  /** The clients the worker has accepted and serves. */
  readonly taken: ClientColumns;
  /** The clients the worker has accepted and asks for; they wait for the answer. */
  readonly asking: ClientColumns;
  readonly closed: ClosedColumns;
}

/** How busy a worker is. Counts are since its start, times are of the last interval between questions. */
export interface WorkerLoad {
  readonly bytesRead: number;
  readonly bytesWritten: number;
  /** TLS handshakes that succeeded and that failed. */
  readonly handshakes: number;
  readonly handshakeFailures: number;
  /** How much later than it was due the event loop came to a timer, in milliseconds. */
  readonly loopDelayMs: { readonly mean: number; readonly p99: number; readonly max: number };
}

/** Milliseconds of a clock that all threads share. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
