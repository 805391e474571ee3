import type { ErrorTable } from '@praktikum/service';

/** Why a report cannot be written. */
export const OUTPUT_ERRORS = {
  ERR_OUTPUT_EXISTS: {
    exitCode: 14,
    id: ({ path }) => ({
      message: `Berkas ${path} sudah ada dan tidak ditimpa.`,
      remedies: ['Pilih nama lain, atau tambahkan --force untuk menggantinya.'],
    }),
    en: ({ path }) => ({
      message: `The file ${path} is there already, and is not written over.`,
      remedies: ['Choose another name, or add --force to replace it.'],
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
} as const satisfies ErrorTable;
