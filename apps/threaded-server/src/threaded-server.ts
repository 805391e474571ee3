import {
  formatEndpoint,
  messageOf,
  type ConversationMode,
  type Endpoint,
} from '@praktikum/protocol';
import { ConnectionLog } from '@praktikum/server-program';
import { createLogger, listenError, type LogOptions, type RunningServer } from '@praktikum/service';
import { SocketPool, type AcceptMode, type Limits, type TlsSettings } from '@praktikum/socket-pool';
import { GUIDE_LINES, TEXTS } from './texts.ts';
import type { WorkerSettings } from './worker-settings.ts';

export interface ThreadedServerOptions {
  readonly endpoint: Endpoint;
  readonly mode: ConversationMode;
  readonly workers: number;
  readonly accept: AcceptMode;
  readonly limits: Partial<Limits>;
  /** Without it connections are plain. */
  readonly tls?: TlsSettings;
  /** Reads the certificates again, for a reload. */
  readonly readTls?: () => Promise<TlsSettings | undefined>;
  readonly log: LogOptions;
}

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** The socket pool with the guide's conversation in its workers, and its log. */
export async function startThreadedServer(options: ThreadedServerOptions): Promise<RunningServer> {
  const { endpoint, mode, workers, accept, limits, tls, log: logOptions } = options;
  const data: WorkerSettings = { mode, log: logOptions };
  const pool = await SocketPool.listen({
    worker: new URL(`./worker.${ending}`, import.meta.url),
    endpoint,
    workers,
    accept,
    limits,
    ...(tls && { tls }),
    data,
  }).catch(async (error: unknown) => {
    throw await listenError(error, endpoint);
  });
  logPool(pool, logOptions, tls !== undefined);
  return {
    close: (deadlineMs) => pool.close(deadlineMs),
    destroy: () => void pool.destroy(),
    reload: async () => {
      const renewed = await options.readTls?.();
      await pool.reload(renewed && { tls: renewed });
    },
    get connections() {
      const { active, queued } = pool.stats();
      return active + queued;
    },
    failed: new Promise((_, reject) => pool.once('failed', reject)),
  };
}

function logPool(pool: SocketPool, logOptions: LogOptions, tls: boolean): void {
  const log = createLogger(logOptions);
  const texts = TEXTS[logOptions.language];
  const { host, port } = pool.address;
  const workers = pool.stats().workers.length;
  log.info(
    { event: 'listening', host, port, workers, tls },
    GUIDE_LINES.listening(formatEndpoint(pool.address)),
  );
  log.info({ event: 'hint' }, texts.hint(isWildcard(host) ? 'localhost' : host, port, tls));
  log.flush();
  const connections = new ConnectionLog(log, logOptions.language);
  pool.on('queued', (client, before) => connections.queued(client, before));
  pool.on('refused', (client, reason) => connections.refused(client, reason));
  pool.on('paused', () => connections.paused());
  pool.on('workerExit', (worker, { exitCode, error, connections, unacknowledged }) => {
    const reason = error === undefined ? `exit code ${exitCode}` : messageOf(error);
    log.error(
      { event: 'worker-exit', worker, exitCode, connections, unacknowledged, reason },
      texts.workerExit(worker, connections, reason),
    );
  });
  pool.on('workerRestart', (worker) => {
    log.info({ event: 'worker-restart', worker }, texts.workerRestart(worker));
  });
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}
