import type { ErrorTable } from '@praktikum/service';

/** What a practicum can end by. */
export const PRACTICUM_ERRORS = {
  ERR_PROGRAM_FAILED: {
    exitCode: 21,
    id: ({ command, code, words }) => ({
      message: `Program berakhir dengan ${code}: ${command}${words ? ` (${words})` : ''}`,
      remedies: [
        'Jalankan perintah itu sendiri untuk melihat seluruh keluarannya, lalu ulangi percobaan itu.',
      ],
    }),
    en: ({ command, code, words }) => ({
      message: `A program ended with ${code}: ${command}${words ? ` (${words})` : ''}`,
      remedies: [
        'Run that command by itself to see all of its output, then repeat the experiment.',
      ],
    }),
  },
  ERR_PROGRAM_TIMEOUT: {
    exitCode: 21,
    id: ({ command, seconds }) => ({
      message: `Program belum selesai setelah ${seconds} detik dan dihentikan: ${command}`,
      remedies: ['Periksa server yang dituju, lalu ulangi percobaan itu.'],
    }),
    en: ({ command, seconds }) => ({
      message: `A program had not ended after ${seconds} s and was stopped: ${command}`,
      remedies: ['Check the server that it talks to, then repeat the experiment.'],
    }),
  },
  ERR_PROGRAM_ENDED: {
    exitCode: 21,
    id: ({ command }) => ({
      message: `Program berhenti sebelum siap: ${command}`,
      remedies: ['Jalankan perintah itu sendiri untuk melihat alasannya.'],
    }),
    en: ({ command }) => ({
      message: `A program ended before it was ready: ${command}`,
      remedies: ['Run that command by itself to see the reason.'],
    }),
  },
  ERR_PROGRAM_PRINTED_TOO_MUCH: {
    exitCode: 21,
    id: ({ command }) => ({
      message: `Program mencetak terlalu banyak dan dihentikan: ${command}`,
      remedies: ['Periksa apakah server yang dituju berhenti menjawab.'],
    }),
    en: ({ command }) => ({
      message: `A program printed too much and was stopped: ${command}`,
      remedies: ['Check whether the server that it talks to ever stops answering.'],
    }),
  },
  ERR_PROGRAM_NOT_STARTED: {
    exitCode: 21,
    id: ({ command }) => ({
      message: `Program tidak dapat dijalankan: ${command}`,
      remedies: ['Periksa memori dan banyaknya program yang berjalan, lalu ulangi.'],
    }),
    en: ({ command }) => ({
      message: `A program could not be started: ${command}`,
      remedies: ['Check the memory and how many programs run, then try again.'],
    }),
  },
  ERR_PROGRAM_NOT_BUILT: {
    exitCode: 21,
    id: () => ({
      message: 'Program yang diperlukan percobaan ini belum dibangun.',
      remedies: ['Jalankan lewat: node praktikum lab'],
    }),
    en: () => ({
      message: 'A program that this experiment needs is not built.',
      remedies: ['Start it by: node praktikum lab'],
    }),
  },
  ERR_PRACTICUM_FAILED: {
    exitCode: 21,
    id: ({ experiments, again }) => ({
      message: `Percobaan yang gagal: ${experiments}. Alasannya tertulis di atas.`,
      remedies: [`Ulangi: ${again}`],
    }),
    en: ({ experiments, again }) => ({
      message: `Experiments that failed: ${experiments}. The reason stands above.`,
      remedies: [`Try again: ${again}`],
    }),
  },
  ERR_NO_RESULTS_FOLDER: {
    exitCode: 14,
    id: ({ path, name }) => ({
      message: `Folder ${path} berisi hal lain (${name}); bukti praktikum tidak disimpan di sana.`,
      remedies: ['Pilih folder yang belum ada: node praktikum lab --out hasil-praktikum'],
    }),
    en: ({ path, name }) => ({
      message: `The folder ${path} holds something else (${name}); no evidence is kept there.`,
      remedies: ['Choose a folder that is not there yet: node praktikum lab --out hasil-praktikum'],
    }),
  },
  ERR_OTHER_MACHINE: {
    exitCode: 22,
    id: ({ path, host, here, again }) => ({
      message: `Bukti di ${path} dibuat di komputer ${host}; komputer ini bernama ${here}.`,
      remedies: [
        'Simpan bukti komputer ini di folder lain: node praktikum lab --out hasil-lain',
        `Untuk laporan dari bukti itu: ${again}`,
      ],
    }),
    en: ({ path, host, here, again }) => ({
      message: `The evidence in ${path} was made on the machine ${host}; this one is ${here}.`,
      remedies: [
        'Keep the evidence of this machine in another folder: node praktikum lab --out results-here',
        `For a report on that evidence: ${again}`,
      ],
    }),
  },
} as const satisfies ErrorTable;
