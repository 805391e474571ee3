import { joinErrors, type ErrorTable, type ProgramErrors } from '@praktikum/service';
import { RELAY_ERRORS } from './relay/relay-errors.ts';

/** What only the lab can end by. */
export const LAB_ERRORS = {
  ERR_PROGRAM_FAILED: {
    exitCode: 21,
    id: ({ command, code, words }) => ({
      message: `Program berakhir dengan ${code}: ${command}${words ? ` (${words})` : ''}`,
      remedies: ['Lihat keluarannya di folder percobaan, lalu ulangi percobaan itu.'],
    }),
    en: ({ command, code, words }) => ({
      message: `A program ended with ${code}: ${command}${words ? ` (${words})` : ''}`,
      remedies: ['See its output in the folder of the experiment, then repeat the experiment.'],
    }),
  },
  ERR_PRACTICUM_FAILED: {
    exitCode: 21,
    id: ({ experiments }) => ({
      message: `Percobaan yang gagal: ${experiments}. Alasannya tertulis di atas dan di index.html.`,
      remedies: ['Ulangi: node praktikum lab'],
    }),
    en: ({ experiments }) => ({
      message: `Experiments that failed: ${experiments}. The reason stands above and in index.html.`,
      remedies: ['Try again: node praktikum lab'],
    }),
  },
  ERR_EVIDENCE_CHANGED: {
    exitCode: 22,
    id: ({ path }) => ({
      message: `${path} tidak lagi seperti yang ditulis program ini.`,
      remedies: [
        'Kembalikan berkas itu seperti semula, atau pindahkan foldernya dan mulai lagi: node praktikum lab',
      ],
    }),
    en: ({ path }) => ({
      message: `${path} is not as this program has written it.`,
      remedies: ['Restore the file, or move its folder away and start anew: node praktikum lab'],
    }),
  },
  ERR_OTHER_MACHINE: {
    exitCode: 22,
    id: ({ path, host, here }) => ({
      message: `Bukti di ${path} dibuat di komputer ${host}; komputer ini bernama ${here}.`,
      remedies: [
        'Simpan bukti komputer ini di folder lain: node praktikum lab --out hasil-lain',
        'Untuk laporan dari bukti itu: node praktikum lab report',
      ],
    }),
    en: ({ path, host, here }) => ({
      message: `The evidence in ${path} was made on the machine ${host}; this one is ${here}.`,
      remedies: [
        'Keep the evidence of this machine in another folder: node praktikum lab --out results-here',
        'For a report on that evidence: node praktikum lab report',
      ],
    }),
  },
  ERR_FILES_CHANGED: {
    exitCode: 22,
    id: ({ files }) => ({
      message: `Laporan sudah tersusun, tetapi bukti berubah atau hilang sejak praktikum dijalankan: ${files}`,
      remedies: [
        'Laporan menyebut perubahan itu. Kembalikan berkasnya, atau ulangi percobaannya: node praktikum lab --only 1',
      ],
    }),
    en: ({ files }) => ({
      message: `The report is written, but evidence has changed or gone since the practicum was run: ${files}`,
      remedies: [
        'The report names the change. Restore the files, or repeat the experiment: node praktikum lab --only 1',
      ],
    }),
  },
  ERR_NO_EVIDENCE: {
    exitCode: 21,
    id: ({ path }) => ({
      message: `Belum ada bukti di ${path}.`,
      remedies: ['Jalankan praktikumnya dahulu: node praktikum lab'],
    }),
    en: ({ path }) => ({
      message: `There is no evidence in ${path} yet.`,
      remedies: ['Run the practicum first: node praktikum lab'],
    }),
  },
  ERR_REPORT_INCOMPLETE: {
    exitCode: 21,
    id: ({ count, path }) => ({
      message: `Laporan belum disusun: ${count} hal di atas belum diisi.`,
      remedies: [
        `Isi ${path}/laporan.yaml dan ${path}/jawaban.md, lalu ulangi.`,
        'Untuk melihat laporan sementara: node praktikum lab report --draft',
      ],
    }),
    en: ({ count, path }) => ({
      message: `The report is not written yet: ${count} points above are not filled in.`,
      remedies: [
        `Fill in ${path}/laporan.yaml and ${path}/jawaban.md, then try again.`,
        'To see the report as it is: node praktikum lab report --draft',
      ],
    }),
  },
  ERR_ANSWER_HEADING: {
    exitCode: 14,
    id: ({ path, line, text }) => ({
      message: `${path}, baris ${line}: ini bukan judul pertanyaan, atau sudah ada di atasnya: ${text}`,
      remedies: [
        'Tulis jawaban di bawah judul yang sudah ada; judul di dalam jawaban diawali ###.',
        'Judul yang hilang kembali jika berkas itu dipindahkan dan perintah ini diulang.',
      ],
    }),
    en: ({ path, line, text }) => ({
      message: `${path}, line ${line}: this is no heading of a question, or stands above it already: ${text}`,
      remedies: [
        'Write answers below the headings that are there; headings inside an answer begin with ###.',
        'Headings that are lost come back when the file is moved away and this command is run again.',
      ],
    }),
  },
  ERR_DETAILS: {
    exitCode: 14,
    id: ({ path, line, reason }) => ({
      message: `${path}, baris ${line} tidak dapat dibaca${reason ? ` (${reason})` : ''}.`,
      remedies: [
        'Setiap baris berbentuk nama: "Siti Aminah"; namanya nama, kelas, sekolah, tanggal.',
      ],
    }),
    en: ({ path, line, reason }) => ({
      message: `${path}, line ${line} cannot be read${reason ? ` (${reason})` : ''}.`,
      remedies: [
        'Each line looks like name: "Siti Aminah"; the names are name, class, school, date.',
      ],
    }),
  },
} as const satisfies ErrorTable;

/** What the lab can end by, beside what every program can. */
export const ERRORS: ProgramErrors = joinErrors(RELAY_ERRORS, {
  exitCodes: {
    21: { id: 'praktikum belum lengkap', en: 'the practicum is incomplete' },
    22: {
      id: 'bukti tidak dapat dipakai atau berubah',
      en: 'evidence has changed, or is of another machine',
    },
  },
  errors: LAB_ERRORS,
});
