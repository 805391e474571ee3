import type { ErrorTable } from '@praktikum/service';

/** What a practicum can end by. */
export const PRACTICUM_ERRORS = {
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
  ERR_PROGRAM_TOO_SLOW: {
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
} as const satisfies ErrorTable;
