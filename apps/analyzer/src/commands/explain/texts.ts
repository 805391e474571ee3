import type { Catalogue } from '@praktikum/service';

type Say = (...values: string[]) => string;

export interface ExplainTexts {
  readonly description: string;
  readonly options: Record<'all' | 'html' | 'svg' | 'svgFrames' | 'csv' | 'force', string>;
  readonly file: Say;
  readonly nothingShown: Say;
  readonly nothing: string;
  readonly noneRead: string;
  readonly chosen: Say;
  /** Where a TCP connection is explained and there is UDP too. */
  readonly alsoDatagrams: Say;
  readonly chosenDatagrams: Say;
}

/** What the command says of its options, and of a capture before any of it is explained. */
export const EXPLAIN_TEXTS: Catalogue<ExplainTexts> = {
  id: {
    description:
      'Menjelaskan sebuah rekaman: tabel percakapan, lalu satu koneksi TCP sebagai diagram tangga, ' +
      'handshake paket demi paket, apa yang dikatakan, penutupannya, dan semua yang tidak biasa.',
    options: {
      all: 'tangga yang panjang ditampilkan seluruhnya, begitu juga setiap giliran',
      html: 'tulis laporan ke satu berkas untuk peramban: tangga, grafik, pertanyaan; tanpa jaringan',
      svg: 'tulis tangganya sebagai gambar SVG',
      svgFrames: 'dengan --svg: hanya frame ini yang digambar, misalnya 15-45',
      csv: 'tulis segmen koneksi itu sebagai tabel CSV, satu baris per segmen',
      force: 'ganti berkas yang sudah ada',
    },
    file: (file, packets, tcp, udp) =>
      `${file}: ${packets} paket, koneksi TCP: ${tcp}, percakapan UDP: ${udp}`,
    nothingShown: (filter, packets) =>
      `Filter ${filter} tidak cocok dengan satu pun dari ${packets} paket. Tanpa --filter semuanya tampil.`,
    nothing:
      'Tidak ada yang dapat dijelaskan. Apakah antarmuka yang direkam benar, dan perekaman dimulai ' +
      'sebelum koneksi dibuka? Di satu komputer itu loopback (lo).',
    noneRead: 'Tidak ada yang dapat dijelaskan: tidak ada paket TCP atau UDP yang terbaca.',
    alsoDatagrams: (count) =>
      `Percakapan UDP juga ada: ${count}. Untuk menjelaskannya: --filter='udp.stream == N'`,
    chosen: (stream, count) => `Dijelaskan: stream ${stream} dari ${count}; yang lain: --stream N`,
    chosenDatagrams: (stream, count) =>
      `Dijelaskan: stream UDP ${stream} dari ${count}; yang lain: --filter='udp.stream == N'`,
  },
  en: {
    description:
      'Explains a capture: a table of its conversations, then one TCP connection as a ladder diagram, ' +
      'its handshake frame by frame, what was said, how it was closed, and all that is unusual.',
    options: {
      all: 'every rung of a long ladder, and every turn',
      html: 'write a report into one file for the browser: ladder, graphs, questions; no network',
      svg: 'write the ladder as an SVG picture',
      svgFrames: 'with --svg: draw these frames only, such as 15-45',
      csv: 'write the segments of that connection as a CSV table, one row each',
      force: 'replace files that are there already',
    },
    file: (file, packets, tcp, udp) =>
      `${file}: ${packets} packets, TCP connections: ${tcp}, UDP conversations: ${udp}`,
    nothingShown: (filter, packets) =>
      `Filter ${filter} fits none of the ${packets} packets. Without --filter all of them are shown.`,
    nothing:
      'There is nothing to explain. Was the right interface captured, from before the connection ' +
      'was opened? On one machine that is the loopback (lo).',
    noneRead: 'There is nothing to explain: no packet of TCP or UDP could be read.',
    alsoDatagrams: (count) =>
      `There are UDP conversations too: ${count}. To explain one: --filter='udp.stream == N'`,
    chosen: (stream, count) => `Explained: stream ${stream} of ${count}; another one: --stream N`,
    chosenDatagrams: (stream, count) =>
      `Explained: UDP stream ${stream} of ${count}; another one: --filter='udp.stream == N'`,
  },
};
