import {
  formatEndpoint,
  messageOf,
  type ConversationMode,
  type Endpoint,
} from '@praktikum/protocol';
import { ConnectionLog, MAX_METRICS_CONNECTIONS, MetricsServer } from '@praktikum/server-program';
import {
  listenError,
  type Language,
  type Logger,
  type LogOptions,
  type RunningServer,
} from '@praktikum/service';
import { SocketPool, type AcceptMode, type Limits, type TlsSettings } from '@praktikum/socket-pool';
import { Renewal, type ReadTls } from './renewal.ts';
import { GUIDE_LINES, TEXTS } from './texts.ts';
import type { WatchView } from './watch/watch-view.ts';
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
  readonly readTls?: ReadTls;
  /** Where to answer with metrics. Default: nowhere. */
  readonly metrics?: Endpoint;
  /** Shows what the pool does while it runs. */
  readonly watch?: WatchView;
  readonly log: Logger;
  /** How the workers log, each for itself. */
  readonly workerLog: LogOptions;
}

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** The socket pool with the guide's conversation in its workers, its log, and views of it. */
export async function startThreadedServer(options: ThreadedServerOptions): Promise<RunningServer> {
  const { endpoint, mode, workers, accept, limits, tls, watch, workerLog } = options;
  const data: WorkerSettings = { mode, log: workerLog };
  const pool = await SocketPool.listen({
    worker: new URL(`./worker.${ending}`, import.meta.url),
    endpoint,
    workers,
    accept,
    limits,
    ...(tls && { tls }),
    ...(options.metrics && { otherDescriptors: MAX_METRICS_CONNECTIONS }),
    data,
  }).catch(async (error: unknown) => {
    throw await listenError(error, endpoint);
  });
  const metrics = await startMetrics(pool, options);
  logPool(pool, options, metrics);
  watch?.start(formatEndpoint(pool.address), () => pool.stats());
  const stopViews = () => {
    watch?.stop();
    metrics?.close();
  };
  const renewal = new Renewal(pool, options.readTls);
  return {
    close: (deadlineMs) => {
      renewal.stop();
      return pool.close(deadlineMs).finally(stopViews);
    },
    destroy: () => {
      renewal.stop();
      stopViews();
      void pool.destroy();
    },
    reload: () => renewal.run(),
    get connections() {
      const { active, queued } = pool.stats();
      return active + queued;
    },
    failed: new Promise((_, reject) => pool.once('failed', reject)),
  };
}

async function startMetrics(
  pool: SocketPool,
  { metrics }: ThreadedServerOptions,
): Promise<MetricsServer | undefined> {
  if (metrics === undefined) return undefined;
  try {
    return await MetricsServer.listen(pool, metrics);
  } catch (error) {
    await pool.destroy();
    throw error;
  }
}

function logPool(
  pool: SocketPool,
  { log, workerLog: { language }, tls }: ThreadedServerOptions,
  metrics: MetricsServer | undefined,
): void {
  const texts = TEXTS[language];
  const { host, port } = pool.address;
  const workers = pool.stats().workers.length;
  log.info(
    { event: 'listening', host, port, workers, tls: tls !== undefined },
    GUIDE_LINES.listening(formatEndpoint(pool.address)),
  );
  const shownHost = isWildcard(host) ? 'localhost' : host;
  log.info({ event: 'hint' }, texts.hint(shownHost, port, tls !== undefined));
  if (metrics !== undefined) {
    const url = `http://${formatEndpoint(metrics.address)}/metrics`;
    log.info({ event: 'metrics', ...metrics.address }, texts.metrics(url));
  }
  log.flush();
  logClients(pool, log, language);
  logWorkers(pool, log, language);
}

function logClients(pool: SocketPool, log: Logger, language: Language): void {
  const connections = new ConnectionLog(log, language);
  pool.on('queued', (client, before) => connections.queued(client, before));
  pool.on('refused', (client, reason) => connections.refused(client, reason));
  pool.on('paused', () => connections.paused());
}

function logWorkers(pool: SocketPool, log: Logger, language: Language): void {
  const texts = TEXTS[language];
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
