import type { Catalogue } from '@praktikum/service';
import { NUMBER_TEXTS, type NumberTexts } from '../number-texts.ts';

export interface SwarmTexts extends NumberTexts {
  /** One line, for the list of commands. */
  readonly summary: string;
  readonly description: string;
  readonly options: Record<'clients' | 'messages' | 'think' | 'timeout' | 'svg' | 'force', string>;
  readonly title: (clients: string, messages: string, address: string) => string;
  readonly result: (succeeded: string, failed: string, answered: string, ms: string) => string;
  readonly replies: Record<'echo' | 'reply' | 'mixed', string>;
  readonly concurrency: (average: string) => string;
  readonly client: string;
  readonly phases: Record<'connecting' | 'waiting' | 'served' | 'failed', string>;
  readonly axes: { readonly time: string; readonly clients: string };
  readonly columns: readonly [string, string, string, string, string];
  readonly rows: Record<'connecting' | 'waiting' | 'roundTrip' | 'whole', string>;
  readonly failures: string;
  readonly progress: string;
  readonly written: (path: string) => string;
}

export const SWARM_TEXTS: Catalogue<SwarmTexts> = {
  id: {
    ...NUMBER_TEXTS.id,
    summary: 'jalankan banyak client sekaligus: mengantre atau dilayani serentak',
    description:
      'Menjalankan banyak client sekaligus dan menunjukkan kapan masing-masing menunggu, dilayani, ' +
      'dan selesai. Pada server sederhana client mengantre; pada server multi-thread client dilayani serentak.',
    options: {
      clients: 'jumlah client',
      messages: 'jumlah pesan setiap client',
      think: 'jeda antara jawaban dan pesan berikutnya',
      timeout: 'batas waktu menunggu koneksi, dan batas waktu menunggu satu jawaban',
      svg: 'simpan grafik sebagai gambar SVG',
      force: 'ganti gambar yang sudah ada',
    },
    title: (clients, messages, address) => `${clients} client × ${messages} pesan ke ${address}`,
    result: (succeeded, failed, answered, ms) =>
      `${succeeded} berhasil, ${failed} gagal; ${answered} pesan kembali utuh dalam ${ms} ms`,
    replies: {
      echo: 'Server mengirim balik pesan apa adanya (echo).',
      reply: 'Server menjawab dengan "Anda mengirim: " di depan pesan.',
      mixed: 'Sebagian jawaban diawali "Anda mengirim: ", sebagian tidak.',
    },
    concurrency: (average) => `Rata-rata dilayani bersamaan: ${average} client.`,
    client: 'client',
    phases: {
      connecting: 'menghubungkan',
      waiting: 'menunggu giliran',
      served: 'dilayani',
      failed: 'gagal',
    },
    axes: { time: 'milidetik sejak mulai', clients: 'client' },
    columns: ['milidetik', 'tercepat', 'median', 'p95', 'terlama'],
    rows: {
      connecting: 'menghubungkan',
      waiting: 'menunggu jawaban pertama',
      roundTrip: 'pergi-pulang satu pesan',
      whole: 'total, per client',
    },
    failures: 'Penyebab kegagalan:',
    progress: '{bar} {value}/{total} selesai | dilayani {served} | gagal {failed}',
    written: (path) => `Grafik disimpan di ${path}.`,
  },
  en: {
    ...NUMBER_TEXTS.en,
    summary: 'run many clients at once: a queue, or concurrency',
    description:
      'Runs many clients at once and shows when each one waited, was served and finished. Clients ' +
      'of the simple server queue; the multi-threaded server serves them all at once.',
    options: {
      clients: 'number of clients',
      messages: 'number of messages from each client',
      think: 'pause between an answer and the next message',
      timeout: 'longest wait for the connection, and longest wait for one answer',
      svg: 'save the chart as an SVG picture',
      force: 'replace a picture that already exists',
    },
    title: (clients, messages, address) =>
      `${clients} clients × ${messages} messages to ${address}`,
    result: (succeeded, failed, answered, ms) =>
      `${succeeded} succeeded, ${failed} failed; ${answered} messages came back whole in ${ms} ms`,
    replies: {
      echo: 'The server sends every message back as it is (echo).',
      reply: 'The server answers with "Anda mengirim: " before the message.',
      mixed: 'Some answers begin with "Anda mengirim: ", others do not.',
    },
    concurrency: (average) => `Served at the same time, on average: ${average} clients.`,
    client: 'client',
    phases: {
      connecting: 'connecting',
      waiting: 'waiting its turn',
      served: 'served',
      failed: 'failed',
    },
    axes: { time: 'milliseconds since the start', clients: 'client' },
    columns: ['milliseconds', 'fastest', 'median', 'p95', 'slowest'],
    rows: {
      connecting: 'connecting',
      waiting: 'waiting for the first answer',
      roundTrip: 'round trip of one message',
      whole: 'total, per client',
    },
    failures: 'Why clients failed:',
    progress: '{bar} {value}/{total} finished | served {served} | failed {failed}',
    written: (path) => `The chart was saved in ${path}.`,
  },
};
