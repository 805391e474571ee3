import type { Catalogue } from '@praktikum/service';
import type { ExperimentState } from '../evidence/evidence.ts';

/** What the practicum says while it runs. */
export interface PracticumTexts {
  readonly summary: string;
  readonly description: string;
  readonly options: Readonly<Record<'out' | 'server' | 'target' | 'only', string>>;
  readonly begins: (folder: string) => string;
  readonly starting: string;
  readonly states: Readonly<Record<ExperimentState, (seconds: number) => string>>;
  readonly before: (how: string) => string;
  readonly changed: (files: number) => string;
  readonly repeat: (number: number, options: string) => string;
  readonly keptBefore: string;
  readonly page: (file: string) => string;
  readonly next: (options: string) => string;
  readonly interrupted: string;
  readonly notRun: string;
  readonly wholeExperiment: string;
}

export const PRACTICUM_TEXTS: Catalogue<PracticumTexts> = {
  id: {
    summary: 'menjalankan percobaan dan mengumpulkan buktinya',
    description:
      'Menjalankan kelima percobaan praktikum di komputer ini dan mengumpulkan bukti di satu folder: ' +
      'rekaman, keluaran program, tabel, gambar, dan index.html. Yang sudah selesai tidak diulang.',
    options: {
      out: 'folder untuk hasilnya',
      server: 'pakai server di komputer lain, bukan yang dijalankan di sini',
      target: 'server buatan sendiri, untuk percobaan 5',
      only: 'hanya percobaan ini, juga jika sudah selesai; boleh diulang',
    },
    begins: (folder) => `Praktikum: bukti disimpan di ${folder}`,
    starting: 'berjalan',
    states: {
      done: (seconds) => `selesai (${seconds} detik)`,
      partly: (seconds) => `sebagian (${seconds} detik)`,
      impossible: () => 'tidak dijalankan',
      failed: (seconds) => `gagal (setelah ${seconds} detik)`,
    },
    before: (how) => `${how}, sudah ada`,
    changed: (files) => `${files} berkas bukti berubah atau hilang`,
    repeat: (number, options) => `Ulangi: node praktikum lab --only ${number}${options}`,
    keptBefore: 'Hasil yang dahulu tetap tersimpan.',
    page: (file) => `Buka di browser: ${file}`,
    next: (options) => `Berikutnya: node praktikum lab report${options}`,
    interrupted: 'Dihentikan. Perintah yang sama melanjutkan dari percobaan ini.',
    notRun: 'Tidak dijalankan.',
    wholeExperiment: 'Seluruh percobaan',
  },
  en: {
    summary: 'run the experiments and collect their evidence',
    description:
      'Runs the five experiments of the practicum on this machine and collects the evidence in one folder: ' +
      'captures, output of programs, tables, pictures, and index.html. What is done is not repeated.',
    options: {
      out: 'folder for the results',
      server: 'use a server on another machine instead of those that are started here',
      target: 'your own server, for experiment 5',
      only: 'only this experiment, also when it is done; may be repeated',
    },
    begins: (folder) => `Practicum: evidence is kept in ${folder}`,
    starting: 'running',
    states: {
      done: (seconds) => `done (${seconds} s)`,
      partly: (seconds) => `partly (${seconds} s)`,
      impossible: () => 'not run',
      failed: (seconds) => `failed (after ${seconds} s)`,
    },
    before: (how) => `${how}, from before`,
    changed: (files) => `${files} files of evidence have changed or are missing`,
    repeat: (number, options) => `Repeat it: node praktikum lab --only ${number}${options}`,
    keptBefore: 'The earlier results are kept.',
    page: (file) => `Open in a browser: ${file}`,
    next: (options) => `Next: node praktikum lab report${options}`,
    interrupted: 'Stopped. The same command goes on with this experiment.',
    notRun: 'Not run.',
    wholeExperiment: 'The whole experiment',
  },
};
