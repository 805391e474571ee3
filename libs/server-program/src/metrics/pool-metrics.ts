import type { Registry } from 'prom-client';
import type { SocketPool, WorkerStats } from '@praktikum/socket-pool';

/** Of a hand-over between two threads, in seconds: tens of microseconds when all is well. */
const HANDOVER_BUCKETS = [25e-6, 50e-6, 100e-6, 250e-6, 500e-6, 1e-3, 2.5e-3, 0.01, 0.05, 0.25, 1];

/**
 * A socket pool in the terms of Prometheus (prometheus.io/docs/practices/naming): base units, counters
 * that end in `_total`. Most of it is read from `stats()` when it is asked for.
 */
export async function poolMetrics(pool: SocketPool): Promise<Registry> {
  // Loaded only where metrics are wanted.
  const { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } =
    await import('prom-client');
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const counter = (name: string, help: string, value: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(value());
      },
    });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  const perWorker = (
    kind: typeof Counter<'worker'> | typeof Gauge<'worker'>,
    name: string,
    help: string,
    value: (stats: WorkerStats) => number,
  ) =>
    new kind({
      name,
      help,
      registers,
      labelNames: ['worker'],
      collect() {
        this.reset();
        for (const stats of pool.stats().workers) this.inc({ worker: stats.worker }, value(stats));
      },
    });

  const total = 'socket_pool_connections';
  counter(`${total}_accepted_total`, 'Clients accepted.', () => pool.stats().accepted);
  gauge(`${total}_active`, 'Clients being served.', () => pool.stats().active);
  gauge(`${total}_queued`, 'Clients that wait their turn.', () => pool.stats().queued);
  const refused = new Counter({
    name: `${total}_refused_total`,
    help: 'Clients refused.',
    registers,
    labelNames: ['reason'],
  });
  pool.on('refused', (_, reason) => refused.inc({ reason }));
  counter(
    'socket_pool_worker_restarts_total',
    'Workers started in the place of failed ones.',
    () => pool.stats().restarts,
  );
  gauge(
    'socket_pool_workers_retired',
    'Old workers still serving after a reload.',
    () => pool.stats().retired,
  );
  const handover = new Histogram({
    name: 'socket_pool_handover_seconds',
    help: 'Time from the main thread to the worker that serves.',
    registers,
    buckets: HANDOVER_BUCKETS,
  });
  pool.on('handover', (_, milliseconds) => handover.observe(milliseconds / 1000));

  const worker = 'socket_pool_worker';
  perWorker(Gauge, `${worker}_up`, 'Whether the worker can serve.', ({ state }) =>
    state === 'ready' ? 1 : 0,
  );
  perWorker(Gauge, `${worker}_connections`, 'Clients served now.', (stats) => stats.connections);
  perWorker(Counter, `${worker}_connections_total`, 'Clients served.', ({ served }) => served);
  perWorker(Counter, `${worker}_received_bytes_total`, 'Bytes read.', (stats) => stats.bytesRead);
  perWorker(Counter, `${worker}_sent_bytes_total`, 'Bytes written.', (stats) => stats.bytesWritten);
  perWorker(
    Gauge,
    `${worker}_event_loop_utilization_ratio`,
    'Share of the last second in which the event loop was busy.',
    ({ utilization }) => utilization,
  );
  perWorker(
    Gauge,
    `${worker}_event_loop_delay_p99_seconds`,
    'How late the event loop came to its timers in the last second, 99th percentile.',
    ({ loopDelayMs }) => loopDelayMs.p99 / 1000,
  );
  perWorker(
    Gauge,
    `${worker}_event_loop_delay_max_seconds`,
    'How late the event loop came to its timers in the last second, at worst.',
    ({ loopDelayMs }) => loopDelayMs.max / 1000,
  );
  perWorker(
    Counter,
    `${worker}_tls_handshakes_total`,
    'TLS handshakes that succeeded.',
    ({ handshakes }) => handshakes,
  );
  perWorker(
    Counter,
    `${worker}_tls_handshake_failures_total`,
    'TLS handshakes that failed.',
    ({ handshakeFailures }) => handshakeFailures,
  );
  return registry;
}
