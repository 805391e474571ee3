import { formatEndpoint, type Endpoint } from '@praktikum/protocol';
import type { LogOptions, LogWords, Logger, Reloaded, RunningServer } from '@praktikum/service';
import {
  DEFAULT_LISTENER,
  SocketPool,
  type ListenerOptions,
  type Owner,
  type SocketPoolOptions,
  type TlsSettings,
} from '@praktikum/socket-pool';
import { listenFailure } from '../listen-failure.ts';
import { logHowToTry, type TryCommand } from '../log-how-to-try.ts';
import { MAX_METRICS_CONNECTIONS, MetricsServer } from '../metrics/metrics-server.ts';
import type { WatchView } from '../watch/watch-view.ts';
import { logPool } from './pool-log.ts';
import { Renewal } from './renewal.ts';
import type { WorkerData } from './run-pool-worker.ts';
import type { PoolServiceTexts } from './texts.ts';

/** What owns the state that the connections of a service share. */
export interface ServiceOwner<Up, Down> extends Owner<Up, Down> {
  /** The server has ended, or could not start: resolves when nothing would be lost. */
  close(): Promise<void>;
}

export interface PoolServerOptions extends Omit<
  SocketPoolOptions,
  'data' | 'otherDescriptors' | 'owner'
> {
  readonly owner?: ServiceOwner<never, never>;
  /** The options that choose the ports of later listeners, by their names. */
  readonly portOptions?: Readonly<Record<string, string>>;
  /** What the service gives to its workers. */
  readonly data: unknown;
  /** The listeners with what they read from files read again, for a reload. */
  readonly readListeners: (signal: AbortSignal) => Promise<readonly ListenerOptions[]>;
  /** Where to answer with metrics. Default: nowhere. */
  readonly metrics?: Endpoint;
  /** Shows what the pool does while it runs. */
  readonly watch?: WatchView;
  readonly log: Logger;
  /** How the workers log, each for itself. */
  readonly workerLog: LogOptions;
  /** What the codes mean that a connection or a worker may end with. */
  readonly codes: LogWords;
  readonly texts: PoolServerTexts & PoolServiceTexts;
}

/** What a service says of itself when it has started. */
export interface PoolServerTexts {
  /** @param listener its name, for services that have several */
  readonly listening: (address: string, listener: string) => string;
  /** How the first of its listeners can be tried. Default: nothing is said of it. */
  readonly tryWith?: TryCommand;
}

/** A socket pool with its log, metrics, live view and reloads. */
export class PoolServer implements RunningServer {
  readonly #pool: SocketPool;
  readonly #renewal: Renewal;
  readonly #metrics: MetricsServer | undefined;
  readonly #watch: WatchView | undefined;
  readonly #owner: ServiceOwner<never, never> | undefined;
  readonly failed: Promise<never>;

  /** @throws CodedError why it cannot start or listen, explained */
  static async start(options: PoolServerOptions): Promise<PoolServer> {
    const { metrics, data, workerLog, codes } = options;
    const workerData: WorkerData<unknown> = { service: data, log: workerLog, codes };
    const pool = await SocketPool.listen({
      ...options,
      ...(metrics && { otherDescriptors: MAX_METRICS_CONNECTIONS }),
      data: workerData,
    }).catch(async (error: unknown) => {
      await options.owner?.close();
      const [first] = options.listeners;
      const isFirst = (listener: string) => listener === (first?.name ?? DEFAULT_LISTENER);
      const { portOptions = {} } = options;
      throw await listenFailure(
        error,
        (listener) => (isFirst(listener) ? '--port' : (portOptions[listener] ?? '')),
        options.listeners.map(({ endpoint }) => endpoint.port),
      );
    });
    try {
      return new PoolServer(pool, metrics && (await MetricsServer.listen(pool, metrics)), options);
    } catch (error) {
      await pool.destroy();
      await options.owner?.close();
      throw error;
    }
  }

  private constructor(
    pool: SocketPool,
    metrics: MetricsServer | undefined,
    options: PoolServerOptions,
  ) {
    const { log, texts, codes, watch, owner, readListeners } = options;
    this.#owner = owner;
    this.#pool = pool;
    this.#metrics = metrics;
    this.#watch = watch;
    this.failed = new Promise((_, reject) => pool.once('failed', reject));
    logStart(pool, metrics, options);
    logPool(pool, log, texts, codes);
    const [first] = pool.openListeners;
    const title = texts.listening(formatEndpoint(first.address), first.name);
    watch?.start(title, () => pool.stats());
    this.#renewal = new Renewal(async (signal) => {
      const tls = certificatesOf(await readListeners(signal));
      signal.throwIfAborted();
      if (owner === undefined) await pool.reload({ tls });
      else pool.renewCertificates(tls);
    });
  }

  close(deadlineMs: number): Promise<number> {
    this.#renewal.stop();
    return this.#pool.close(deadlineMs).finally(() => {
      this.#stopViews();
      return this.#owner?.close();
    });
  }

  destroy(): void {
    this.#renewal.stop();
    this.#stopViews();
    void this.#pool.destroy().finally(() => this.#owner?.close());
  }

  async reload(): Promise<Reloaded> {
    await this.#renewal.run();
    if (this.#owner === undefined) return 'workers';
    return this.#pool.openListeners.some(({ isSecure }) => isSecure) ? 'certificates' : 'nothing';
  }

  get connections(): number {
    const { active, queued } = this.#pool.stats();
    return active + queued;
  }

  #stopViews(): void {
    this.#watch?.stop();
    this.#metrics?.close();
  }
}

function logStart(
  pool: SocketPool,
  metrics: MetricsServer | undefined,
  { log, texts, listeners }: PoolServerOptions,
): void {
  const workers = pool.stats().workers.length;
  for (const { name: listener, address, isSecure: tls } of pool.openListeners) {
    const { host, port } = address;
    log.info(
      { event: 'listening', ...(listeners.length > 1 && { listener }), host, port, workers, tls },
      texts.listening(formatEndpoint(address), listener),
    );
  }
  const [{ address }] = pool.openListeners;
  if (texts.tryWith !== undefined) {
    logHowToTry(log, address, listeners[0]?.tls, texts.tryWith, texts);
  }
  if (metrics !== undefined) {
    const url = `http://${formatEndpoint(metrics.address)}/metrics`;
    log.info({ event: 'metrics', ...metrics.address }, texts.pool.metrics(url));
  }
  log.flush();
}

/** New certificates for the listeners that speak TLS. */
function certificatesOf(listeners: readonly ListenerOptions[]): Record<string, TlsSettings> {
  const secure = listeners.flatMap(({ name = DEFAULT_LISTENER, tls }) =>
    tls ? [[name, tls]] : [],
  );
  return Object.fromEntries(secure);
}
