import type { Catalogue } from '@praktikum/service';

/** What every server with a pool of workers says. */
export interface PoolTexts {
  readonly workers: string;
  readonly accept: string;
  /** @param host where they are served unless told otherwise */
  readonly metricsOption: (host: string) => string;
  readonly metrics: (url: string) => string;
  readonly workerExit: (worker: number, connections: number, reason: string) => string;
  readonly workerRestart: (worker: number) => string;
}

export const POOL_TEXTS: Catalogue<PoolTexts> = {
  id: {
    workers: 'jumlah worker thread; tanpa pilihan ini sebanyak inti prosesor',
    accept:
      'siapa yang menerima koneksi: dispatch (thread utama, lalu worker yang paling sepi) atau reuseport (setiap worker sendiri; Linux, Node 26.10 atau 24.22)',
    metricsOption: (host) =>
      `sajikan metrik untuk Prometheus di http://HOST:PORT/metrics; tanpa HOST hanya untuk komputer ini (${host})`,
    metrics: (url) => `Metrik untuk Prometheus: ${url}`,
    workerExit: (worker, connections, reason) =>
      `Worker ${worker} berhenti (${reason}); ${connections} koneksi ikut terputus.`,
    workerRestart: (worker) => `Worker ${worker} dimulai kembali.`,
  },
  en: {
    workers: 'number of worker threads; without it as many as the processor has cores',
    accept:
      'who accepts connections: dispatch (the main thread, for the least busy worker) or reuseport (each worker by itself; Linux, Node 26.10 or 24.22)',
    metricsOption: (host) =>
      `serve metrics for Prometheus at http://HOST:PORT/metrics; without HOST for this machine alone (${host})`,
    metrics: (url) => `Metrics for Prometheus: ${url}`,
    workerExit: (worker, connections, reason) =>
      `Worker ${worker} has stopped (${reason}); ${connections} connections went with it.`,
    workerRestart: (worker) => `Worker ${worker} has been started again.`,
  },
};
