import type { Catalogue } from '@praktikum/service';
import type { ReportDetails } from './details/details.ts';

/** What a report says beside what its writer and the evidence say. The guide's headings stay as they are. */
export interface ReportTexts {
  readonly title: string;
  readonly titlePage: Readonly<Record<keyof ReportDetails, string>>;
  readonly missingDetail: string;
  readonly sections: Readonly<Record<'tools' | 'steps' | 'results' | 'conclusion', string>>;
  readonly tools: Readonly<Record<'hardware' | 'software' | 'libraries', string>>;
  readonly hardware: Readonly<Record<'host' | 'processor' | 'cores' | 'memory' | 'system', string>>;
  readonly hardwareTable: string;
  readonly softwareTable: string;
  readonly property: string;
  readonly value: string;
  readonly software: Readonly<Record<'practicum' | 'node' | 'capture', string>>;
  readonly gibibytes: (count: number) => string;
  readonly noCaptureTool: string;
  readonly libraries: string;
  readonly notRun: (number: number, title: string) => string;
  readonly unanswered: string;
  /** A picture that an answer shows, by its name there. */
  readonly lostPicture: (name: string) => string;
  readonly evidence: string;
  readonly noEvidence: string;
  readonly changed: (files: readonly string[]) => string;
  readonly otherMachine: (host: string, here: string) => string;
  readonly notObserved: string;
  readonly commandsUsed: string;
  /** The same, where a command leaves the choice of a port to the system. */
  readonly commandsWithAnyPort: string;
}

export const REPORT_TEXTS: Catalogue<ReportTexts> = {
  id: {
    title: 'Laporan Praktikum: Pemrograman Socket Dasar',
    titlePage: {
      name: 'Nama Praktikan',
      class: 'Kelas',
      school: 'Sekolah',
      date: 'Tanggal Praktikum',
    },
    missingDetail: 'BELUM DIISI',
    sections: {
      tools: 'Alat dan Bahan',
      steps: 'Langkah Kerja',
      results: 'Hasil dan Pembahasan',
      conclusion: 'Kesimpulan',
    },
    tools: {
      hardware: 'Spesifikasi perangkat',
      software: 'Software yang digunakan',
      libraries: 'Library yang diperlukan',
    },
    hardware: {
      host: 'Nama komputer',
      processor: 'Prosesor',
      cores: 'Inti prosesor',
      memory: 'Memori',
      system: 'Sistem operasi',
    },
    hardwareTable: 'Spesifikasi perangkat, dibaca dari komputer',
    softwareTable: 'Software yang digunakan, dibaca dari komputer',
    property: 'Hal',
    value: 'Keterangan',
    software: {
      practicum: 'Praktikum Jaringan',
      node: 'Node.js di dalamnya',
      capture: 'Alat perekam',
    },
    gibibytes: (count) => `${count} GiB`,
    noCaptureTool: 'tidak terpasang',
    libraries:
      'Praktikum Jaringan tidak memerlukan library Python. Library-nya ialah paket npm yang dipasang bersamanya. ' +
      'Program Python di panduan memakai socket, threading, dan sys, yang sudah termasuk dalam Python.',
    notRun: (number, title) => `TIDAK ADA HASIL: percobaan ${number} (${title}) belum dijalankan.`,
    unanswered: 'BELUM DIISI: jawaban ini belum ada di jawaban.md.',
    lostPicture: (name) =>
      `GAMBAR TIDAK ADA: ${name} bukan berkas PNG, JPEG, atau GIF yang utuh di folder laporan.`,
    evidence: 'Bukti:',
    noEvidence: 'TIDAK ADA BUKTI untuk pertanyaan ini: percobaannya belum dijalankan.',
    changed: (files) =>
      `BUKTI BERUBAH: berkas berikut tidak lagi seperti saat praktikum dijalankan, atau hilang: ${files.join(', ')}`,
    otherMachine: (host, here) =>
      `Bukti dibuat di komputer ${host}; laporan ini disusun di komputer ${here}.`,
    notObserved: 'Yang tidak teramati dalam praktikum ini:',
    commandsUsed: 'Perintah yang digunakan:',
    commandsWithAnyPort:
      'Perintah yang digunakan (dengan --port 0 sistem memilih port yang bebas):',
  },
  en: {
    title: 'Practicum Report: Basic Socket Programming',
    titlePage: { name: 'Name', class: 'Class', school: 'School', date: 'Date of the practicum' },
    missingDetail: 'MISSING',
    sections: {
      tools: 'Tools and Materials',
      steps: 'Steps',
      results: 'Results and Discussion',
      conclusion: 'Conclusion',
    },
    tools: {
      hardware: 'Specification of the machine',
      software: 'Software used',
      libraries: 'Libraries needed',
    },
    hardware: {
      host: 'Name of the machine',
      processor: 'Processor',
      cores: 'Processor cores',
      memory: 'Memory',
      system: 'Operating system',
    },
    hardwareTable: 'Specification, read from the machine',
    softwareTable: 'Software used, read from the machine',
    property: 'Item',
    value: 'Value',
    software: {
      practicum: 'Praktikum Jaringan',
      node: 'Node.js within it',
      capture: 'Capture tools',
    },
    gibibytes: (count) => `${count} GiB`,
    noCaptureTool: 'not installed',
    libraries:
      'Praktikum Jaringan needs no Python library. Its libraries are the npm packages that are installed with it. ' +
      'The Python programs of the guide use socket, threading and sys, which belong to Python.',
    notRun: (number, title) => `NO RESULTS: experiment ${number} (${title}) has not been run.`,
    unanswered: 'MISSING: this answer is not in jawaban.md yet.',
    lostPicture: (name) =>
      `NO PICTURE: ${name} is no whole PNG, JPEG or GIF file in the folder of the report.`,
    evidence: 'Evidence:',
    noEvidence: 'NO EVIDENCE for this question: its experiment has not been run.',
    changed: (files) =>
      `EVIDENCE HAS CHANGED: these files are not as they were when the practicum was run, or are gone: ${files.join(', ')}`,
    otherMachine: (host, here) =>
      `The evidence was made on the machine ${host}; this report was written on ${here}.`,
    notObserved: 'What was not observed in this practicum:',
    commandsUsed: 'Commands used:',
    commandsWithAnyPort: 'Commands used (--port 0 lets the system choose a free port):',
  },
};
