import type { ErrorTable } from '@praktikum/service';

/** What a report can end by. */
export const REPORT_ERRORS = {
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
    id: ({ count, path, again }) => ({
      message: `Laporan belum disusun: ${count} hal di atas belum diisi.`,
      remedies: [
        `Isi ${path}/laporan.yaml dan ${path}/jawaban.md, lalu ulangi.`,
        `Untuk melihat laporan sementara: ${again}`,
      ],
    }),
    en: ({ count, path, again }) => ({
      message: `The report is not written yet: ${count} ${count === 1 ? 'point above is' : 'points above are'} not filled in.`,
      remedies: [
        `Fill in ${path}/laporan.yaml and ${path}/jawaban.md, then try again.`,
        `To see the report as it is: ${again}`,
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
  ERR_ANSWERS_NESTED: {
    exitCode: 14,
    id: ({ path }) => ({
      message: `${path} tidak dapat dibaca: daftar atau kutipan di dalamnya bersarang terlalu dalam.`,
      remedies: ['Tulis daftar dan kutipan dengan beberapa tingkat saja.'],
    }),
    en: ({ path }) => ({
      message: `${path} cannot be read: lists or quotations in it are nested too deeply.`,
      remedies: ['Use a few levels of lists and quotations only.'],
    }),
  },
  ERR_DETAILS: {
    exitCode: 14,
    id: ({ path, line, reason }) => ({
      message: `${path}, baris ${line} tidak dapat dibaca${reason ? ` (${reason})` : ''}.`,
      remedies: [
        'Setiap baris seperti ini: nama: "Siti Aminah". Yang ada: nama, kelas, sekolah, tanggal.',
      ],
    }),
    en: ({ path, line, reason }) => ({
      message: `${path}, line ${line} cannot be read${reason ? ` (${reason})` : ''}.`,
      remedies: [
        'Each line looks like this: name: "Siti Aminah". There are name, class, school and date.',
      ],
    }),
  },
  ERR_FILES_CHANGED: {
    exitCode: 22,
    id: ({ files, written, again }) => ({
      message:
        `Bukti berubah atau hilang sejak praktikum dijalankan: ${files}. ` +
        (written ? 'Laporan yang disusun menyebutkannya.' : 'Laporan belum disusun.'),
      remedies: [`Kembalikan berkasnya, atau ulangi percobaannya: ${again}`],
    }),
    en: ({ files, written, again }) => ({
      message:
        `Evidence has changed or gone since the practicum was run: ${files}. ` +
        (written ? 'The report that is written says so.' : 'The report is not written yet.'),
      remedies: [`Restore the files, or repeat the experiment: ${again}`],
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
} as const satisfies ErrorTable;
