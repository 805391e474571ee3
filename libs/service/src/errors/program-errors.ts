import type { ErrorEntry, ErrorTable } from './error-table.ts';
import { fileReason } from './file-reasons.ts';

/** No descriptor is free, in this process or in the whole system. */
const TOO_MANY_FILES: ErrorEntry = {
  exitCode: 11,
  id: () => ({
    message: 'Program ini membuka terlalu banyak berkas dan koneksi.',
    remedies: ['Kurangi jumlah koneksi, atau naikkan batasnya: ulimit -n 65536'],
  }),
  en: () => ({
    message: 'This program has too many files and connections open.',
    remedies: ['Use fewer connections, or raise the limit: ulimit -n 65536'],
  }),
};

/** What can go wrong in any program, whatever it does. */
export const PROGRAM_ERRORS = {
  ERR_UNEXPECTED: {
    exitCode: 1,
    id: ({ reason }) => ({
      message: `Terjadi kesalahan yang tidak terduga: ${reason}`,
      remedies: ['Ulangi dengan --log-level debug, lalu laporkan keluarannya.'],
    }),
    en: ({ reason }) => ({
      message: `An unexpected error occurred: ${reason}`,
      remedies: ['Repeat it with --log-level debug, and report what it prints.'],
    }),
  },
  ERR_FILE: {
    exitCode: 14,
    id: ({ path, reason }) => ({
      message: `Berkas ${path} tidak dapat dipakai (${fileReason('id', reason)}).`,
      remedies: [
        reason === 'EBUSY'
          ? 'Tutup program itu, lalu ulangi.'
          : 'Periksa nama, folder, dan izin akses berkas itu.',
      ],
    }),
    en: ({ path, reason }) => ({
      message: `The file ${path} cannot be used (${fileReason('en', reason)}).`,
      remedies: [
        reason === 'EBUSY'
          ? 'Close that program, then try again.'
          : 'Check its name, its folder and its permissions.',
      ],
    }),
  },
  ERR_OUTPUT_EXISTS: {
    exitCode: 14,
    id: ({ path }) => ({
      message: `Berkas ${path} sudah ada dan tidak ditimpa.`,
      remedies: ['Pilih nama lain, atau tambahkan --force untuk menggantinya.'],
    }),
    en: ({ path }) => ({
      message: `The file ${path} already exists and is not overwritten.`,
      remedies: ['Choose another name, or add --force to replace it.'],
    }),
  },
  ERR_STDOUT: {
    exitCode: 14,
    id: ({ reason }) => ({
      message: `Hasil tidak dapat ditulis ke keluaran standar (${fileReason('id', reason)}).`,
      remedies: [
        'Arahkan keluarannya ke tempat lain, atau sediakan ruang kosong di penyimpanan itu.',
      ],
    }),
    en: ({ reason }) => ({
      message: `The result cannot be written to standard output (${fileReason('en', reason)}).`,
      remedies: ['Send the output somewhere else, or free some space there.'],
    }),
  },
  ERR_STDOUT_CUT: {
    exitCode: 20,
    // One line: whoever writes `| head` knows why, and it is between the lines of others there.
    id: () => ({
      message:
        'Hasilnya terpotong: program yang membaca keluaran berhenti sebelum semuanya tertulis.',
      remedies: [],
    }),
    en: () => ({
      message: 'The result is cut: the reader of the output left before all was written.',
      remedies: [],
    }),
  },
  EMFILE: TOO_MANY_FILES,
  ENFILE: TOO_MANY_FILES,
} as const satisfies ErrorTable;
