import type { Catalogue } from '@praktikum/service';

/** What every server with a pool of workers says. */
export interface PoolTexts {
  readonly workers: string;
  readonly accept: string;
  /** @param host where they are served unless told otherwise */
  readonly metricsOption: (host: string) => string;
  readonly metrics: (url: string) => string;
  /** Of a worker that ended without an error. */
  readonly exitCode: (exitCode: number) => string;
  readonly workerExit: (worker: number, connections: number, reason: string) => string;
  readonly workerRestart: (worker: number) => string;
}

export const POOL_TEXTS: Catalogue<PoolTexts> = {
  id: {
    workers: 'jumlah worker thread; biasanya menurut jumlah inti prosesor',
    accept:
      'siapa yang menerima koneksi: dispatch (thread utama, lalu worker dengan koneksi paling sedikit) atau reuseport (setiap worker sendiri; Linux, Node 26.10 atau 24.22)',
    metricsOption: (host) =>
      `sajikan metrik untuk Prometheus di http://HOST:PORT/metrics; tanpa HOST hanya dari komputer ini (${host})`,
    metrics: (url) => `Metrik untuk Prometheus: ${url}`,
    exitCode: (exitCode) => `status keluar ${exitCode}`,
    workerExit: (worker, connections, reason) =>
      `Worker ${worker} berhenti: ${reason}; ${connections} koneksi ikut terputus.`,
    workerRestart: (worker) => `Worker ${worker} dijalankan kembali.`,
  },
  en: {
    workers: 'number of worker threads; usually by the cores of the processor',
    accept:
      'who accepts connections: dispatch (the main thread, for the worker with the fewest connections) or reuseport (each worker by itself; Linux, Node 26.10 or 24.22)',
    metricsOption: (host) =>
      `serve metrics for Prometheus at http://HOST:PORT/metrics; without HOST, from this machine only (${host})`,
    metrics: (url) => `Metrics for Prometheus: ${url}`,
    exitCode: (exitCode) => `exit status ${exitCode}`,
    workerExit: (worker, connections, reason) =>
      `Worker ${worker} stopped: ${reason}; ${connections} connections were lost with it.`,
    workerRestart: (worker) => `Worker ${worker} was started again.`,
  },
};
