import type { Catalogue } from '@praktikum/service';
import type { QuestionId } from './questions.ts';

/** The guide's own words in Indonesian: they stay as they are. */
export const QUESTION_TEXTS: Catalogue<Readonly<Record<QuestionId, string>>> = {
  id: {
    goals: 'Tujuan Praktikum',
    tools: 'Alat dan Bahan',
    steps: 'Langkah Kerja',
    analysis: 'Analisis proses komunikasi client-server',
    handshake: 'Bagaimana cara kerja TCP 3-way handshake?',
    udp: 'Apa perbedaan antara TCP dan UDP?',
    threads: 'Mengapa perlu menggunakan multi-threading pada server?',
    summary: 'Ringkasan hasil praktikum',
    difficulties: 'Kendala yang dihadapi',
    suggestions: 'Saran perbaikan',
  },
  en: {
    goals: 'Goals of the practicum',
    tools: 'Tools and Materials',
    steps: 'Steps',
    analysis: 'Analysis of the communication between client and server',
    handshake: 'How does the TCP three-way handshake work?',
    udp: 'What is the difference between TCP and UDP?',
    threads: 'Why does a server need multi-threading?',
    summary: 'Summary of the results',
    difficulties: 'Difficulties that were met',
    suggestions: 'Suggestions for improvement',
  },
};

interface AnswerTexts {
  readonly head: readonly string[];
  readonly evidence: string;
  readonly shown: string;
  readonly none: string;
  readonly writeHere: string;
  readonly mayAdd: string;
}

/** What stands in a new `jawaban.md`. */
export const ANSWER_TEXTS: Catalogue<AnswerTexts> = {
  id: {
    head: [
      'Tulis jawaban Anda dengan kata-kata sendiri di bawah setiap judul. Judul tidak diubah.',
      'Komentar seperti ini tidak ikut tercetak. Bukti yang disebut ada di folder hasil.',
      'Gambar sendiri disimpan di folder ini, lalu ditulis begini: ![Keterangan gambar](gambar.png)',
    ],
    evidence: 'Bukti:',
    shown:
      'Gambar dan tabel. Nama yang ditulis begini di dalam jawaban menjadi nomornya di laporan:',
    none: 'Belum ada bukti: jalankan node praktikum lab',
    writeHere: 'Jawaban ditulis di bawah baris ini.',
    mayAdd:
      'Laporan sudah berisi yang dicatat program. Yang Anda pakai atau lakukan sendiri boleh ditambahkan di bawah ini.',
  },
  en: {
    head: [
      'Write your answers in your own words below each heading. The headings stay as they are.',
      'Comments like this one are not printed. The evidence that they name is in the results folder.',
      'A picture of your own goes into this folder, and is written like this: ![What it shows](picture.png)',
    ],
    evidence: 'Evidence:',
    shown:
      'Figures and tables. A name that is written like this in an answer becomes its number in the report:',
    none: 'There is no evidence yet: run node praktikum lab',
    writeHere: 'Write the answer below this line.',
    mayAdd:
      'The report has what the program has noted. You may add below what you used or did by yourself.',
  },
};
