import type { Catalogue } from '@praktikum/service';

interface OutputTexts {
  readonly options: Record<'html' | 'svg' | 'csv' | 'force', string>;
  readonly written: (file: string) => string;
  readonly open: string;
  readonly nothing: (file: string) => string;
}

/** What `explain` says of the files it writes. */
export const OUTPUT_TEXTS: Catalogue<OutputTexts> = {
  id: {
    options: {
      html: 'tulis laporan ke satu berkas untuk peramban: tangga, grafik, pertanyaan; tanpa jaringan',
      svg: 'tulis tangganya sebagai gambar SVG',
      csv: 'tulis segmen koneksi itu sebagai tabel CSV, satu baris per segmen',
      force: 'ganti berkas yang sudah ada',
    },
    written: (file) => `Tersimpan: ${file}`,
    open: 'Buka di peramban; tidak perlu jaringan.',
    nothing: (file) => `Tidak ada koneksi TCP, jadi ${file} tidak ditulis.`,
  },
  en: {
    options: {
      html: 'write a report into one file for the browser: ladder, graphs, questions; no network',
      svg: 'write the ladder as an SVG picture',
      csv: 'write the segments of that connection as a CSV table, one row each',
      force: 'replace files that are there already',
    },
    written: (file) => `Saved: ${file}`,
    open: 'Open it in a browser; it needs no network.',
    nothing: (file) => `There is no TCP connection, so ${file} was not written.`,
  },
};
