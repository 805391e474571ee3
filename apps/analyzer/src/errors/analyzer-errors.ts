import type { ErrorTable } from '@praktikum/service';
import { FILTER_ERRORS } from './filter-errors.ts';
import { READING_ERRORS } from './reading-errors.ts';
import { RECORDING_ERRORS } from './recording-errors.ts';

const LIVE = 'node praktikum analyzer explain --live --port 12345';

/** What only the analyzer can end by. */
export const ANALYZER_ERRORS = {
  ...FILTER_ERRORS,
  ...RECORDING_ERRORS,
  ...READING_ERRORS,
  ERR_NO_CAPTURE: {
    exitCode: 2,
    id: ({ command }) => ({
      message: 'Berkas rekaman belum disebut.',
      remedies: [
        `Tulis namanya: node praktikum analyzer ${command} capture.pcapng`,
        'Belum punya? Rekam dahulu: node praktikum analyzer capture --port 12345',
        ...(command === 'explain' ? [`Atau langsung: ${LIVE}`] : []),
      ],
    }),
    en: ({ command }) => ({
      message: 'No capture file is named.',
      remedies: [
        `Name it: node praktikum analyzer ${command} capture.pcapng`,
        'There is none yet? Make one: node praktikum analyzer capture --port 12345',
        ...(command === 'explain' ? [`Or while it happens: ${LIVE}`] : []),
      ],
    }),
  },
  ERR_OUTPUT_TWICE: {
    exitCode: 2,
    id: ({ path }) => ({
      message: `${path} diminta untuk dua hasil sekaligus.`,
      remedies: ['Beri setiap hasil (--html, --svg, --csv) nama berkas sendiri.'],
    }),
    en: ({ path }) => ({
      message: `${path} is asked for by two results.`,
      remedies: ['Give each result (--html, --svg, --csv) a file of its own.'],
    }),
  },
  ERR_OUTPUT_IS_CAPTURE: {
    exitCode: 2,
    id: ({ path }) => ({
      message: `${path} ialah rekaman yang sedang dibaca; ia tidak diganti.`,
      remedies: ['Beri laporan itu nama lain.'],
    }),
    en: ({ path }) => ({
      message: `${path} is the capture that is read; it is not replaced.`,
      remedies: ['Give the report another name.'],
    }),
  },
  ERR_NO_STREAM: {
    exitCode: 2,
    id: ({ stream, count }) => ({
      message: `Rekaman ini tidak punya koneksi TCP nomor ${stream}.`,
      remedies: [`Banyaknya koneksi di sini: ${count}; nomornya mulai dari 0.`],
    }),
    en: ({ stream, count }) => ({
      message: `This capture has no TCP connection number ${stream}.`,
      remedies: [`Connections in it: ${count}; their numbers begin with 0.`],
    }),
  },
} as const satisfies ErrorTable;
