import { escapeControls } from '@praktikum/protocol';
import type { Catalogue } from '@praktikum/service';

export interface ReportCommandTexts {
  readonly summary: string;
  readonly description: string;
  readonly options: Readonly<Record<'results' | 'out' | 'draft', string>>;
  readonly detailMissing: (label: string) => string;
  readonly answerMissing: (heading: string) => string;
  readonly pictureMissing: (name: string) => string;
  readonly unknownReference: (name: string) => string;
  readonly sheetMade: (file: string) => string;
  readonly detailsMade: (file: string) => string;
  readonly written: (file: string) => string;
  readonly kept: (name: string, kept: string) => string;
}

export const REPORT_COMMAND_TEXTS: Catalogue<ReportCommandTexts> = {
  id: {
    summary: 'menyusun laporan dari bukti dan jawaban Anda',
    description:
      'Menyusun laporan praktikum sebagai DOCX, PDF, dan HTML dari bukti yang terkumpul, dari laporan.yaml ' +
      '(nama, kelas, sekolah, tanggal), dan dari jawaban.md (kata-kata Anda sendiri). Program ini tidak ' +
      'pernah menulis jawaban.',
    options: {
      results: 'folder bukti',
      out: 'folder laporan',
      draft: 'susun juga selagi jawaban belum lengkap; yang belum ada ditandai',
    },
    detailMissing: (label) => `laporan.yaml: ${label} belum diisi`,
    answerMissing: (heading) => `jawaban.md: belum ada jawaban: ${heading}`,
    pictureMissing: (name) =>
      `jawaban.md: gambar tidak dapat ditampilkan: ${escapeControls(name)} (simpan sebagai PNG, JPEG RGB, atau GIF di ` +
      'folder laporan, paling besar 32 MiB; paling banyak 40 gambar)',
    unknownReference: (name) =>
      `jawaban.md: tidak ada gambar atau tabel bernama [[${name}]]; nama yang ada tertulis di index.html`,
    sheetMade: (file) => `Dibuat: ${file}. Tulis jawaban Anda di sana.`,
    detailsMade: (file) => `Dibuat: ${file}. Isi nama, kelas, sekolah, dan tanggal di sana.`,
    written: (file) => `Tersimpan: ${file}`,
    kept: (name, kept) =>
      `${name} bukan lagi seperti yang ditulis program ini; yang lama disimpan sebagai ${kept}`,
  },
  en: {
    summary: 'write the report from the evidence and your answers',
    description:
      'Writes the report of the practicum as DOCX, PDF and HTML from the evidence, from laporan.yaml ' +
      '(name, class, school, date) and from jawaban.md (your own words). This program never writes an answer.',
    options: {
      results: 'folder of the evidence',
      out: 'folder of the report',
      draft: 'write it also while answers are missing; what is missing is marked',
    },
    detailMissing: (label) => `laporan.yaml: not filled in: ${label}`,
    answerMissing: (heading) => `jawaban.md: no answer yet: ${heading}`,
    pictureMissing: (name) =>
      `jawaban.md: no picture that can be shown: ${escapeControls(name)} (save it as PNG, RGB JPEG or GIF in the folder ` +
      'of the report, 32 MiB at the most; 40 pictures at the most)',
    unknownReference: (name) =>
      `jawaban.md: no figure or table has the name [[${name}]]; the names stand in index.html`,
    sheetMade: (file) => `Made: ${file}. Write your answers there.`,
    detailsMade: (file) => `Made: ${file}. Fill in name, class, school and date there.`,
    written: (file) => `Written: ${file}`,
    kept: (name, kept) =>
      `${name} is not as this program has written it; the old one is kept as ${kept}`,
  },
};
