import type { Catalogue } from '@praktikum/service';

/** The guide's own lines: the same in every language. */
export const GUIDE_LINES = {
  listening: (address: string) => `Server berjalan di ${address}`,
  connection: (address: string) => `Koneksi dari ${address} telah diterima.`,
  received: (address: string, text: string) => `Dari ${address}: ${text}`,
  stopping: 'Menghentikan server...',
};

interface Texts {
  readonly description: string;
  readonly mode: string;
  readonly workers: string;
  readonly accept: string;
  readonly hint: (host: string, port: number, tls: boolean) => string;
  readonly metrics: (url: string) => string;
  readonly workerExit: (worker: number, connections: number, reason: string) => string;
  readonly workerRestart: (worker: number) => string;
}

/** Where `npx nx run certificates:create` puts the CA. */
const WITH_TLS = ' --tls --ca certificates/ca.pem';

export const TEXTS: Catalogue<Texts> = {
  id: {
    description:
      'Server TCP multi-thread dari Langkah 4 panduan: menerima koneksi di thread utama dan ' +
      'menjawab "Anda mengirim: …" di sekumpulan worker thread.',
    mode: 'jawaban server: echo, reply, atau lines (reply per baris)',
    accept:
      'siapa yang menerima koneksi: dispatch (thread utama, lalu worker yang paling sepi) atau reuseport (setiap worker sendiri; Linux, Node 26)',
    workers: 'jumlah worker thread; tanpa pilihan ini sebanyak inti prosesor',
    hint: (host, port, tls) =>
      `Cobalah dari terminal lain: npx nx run client:start -- ${host} ${port}${tls ? WITH_TLS : ''}   (berhenti: Ctrl-C)`,
    metrics: (url) => `Metrik untuk Prometheus: ${url}`,
    workerExit: (worker, connections, reason) =>
      `Worker ${worker} berhenti (${reason}); ${connections} koneksi ikut terputus.`,
    workerRestart: (worker) => `Worker ${worker} dimulai kembali.`,
  },
  en: {
    description:
      'The multi-threaded TCP server of step 4 of the guide: accepts connections on the main thread ' +
      'and answers "Anda mengirim: …" in a pool of worker threads.',
    mode: "the server's answer: echo, reply, or lines (reply line by line)",
    accept:
      'who accepts connections: dispatch (the main thread, for the least busy worker) or reuseport (each worker by itself; Linux, Node 26)',
    workers: 'number of worker threads; without it as many as the processor has cores',
    hint: (host, port, tls) =>
      `Try it from another terminal: npx nx run client:start -- ${host} ${port}${tls ? WITH_TLS : ''}   (stop: Ctrl-C)`,
    metrics: (url) => `Metrics for Prometheus: ${url}`,
    workerExit: (worker, connections, reason) =>
      `Worker ${worker} has stopped (${reason}); ${connections} connections went with it.`,
    workerRestart: (worker) => `Worker ${worker} has been started again.`,
  },
};
