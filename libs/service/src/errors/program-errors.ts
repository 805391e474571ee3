import type { ErrorTable } from './error-table.ts';
import { FILE_REASONS } from './file-reasons.ts';

/** What can go wrong in any program, whatever it does. */
export const PROGRAM_ERRORS = {
  ERR_UNEXPECTED: {
    exitCode: 1,
    id: ({ reason }) => ({
      message: `Kesalahan yang tidak terduga: ${reason}`,
      remedies: ['Ulangi dengan --log-level debug dan laporkan keluarannya.'],
    }),
    en: ({ reason }) => ({
      message: `An unexpected error: ${reason}`,
      remedies: ['Repeat with --log-level debug and report what it prints.'],
    }),
  },
  ERR_REUSEPORT_UNSUPPORTED: {
    exitCode: 2,
    id: ({ where }) => ({
      message: `Beberapa thread tidak dapat menerima koneksi di satu port (SO_REUSEPORT) pada ${where}.`,
      remedies: [
        'Pakai --accept dispatch, yang berjalan di semua sistem.',
        '--accept reuseport memerlukan Linux dengan Node.js 26.10 atau lebih baru (di jalur 24: 24.22).',
      ],
    }),
    en: ({ where }) => ({
      message: `Several threads cannot accept on one port (SO_REUSEPORT) on ${where}.`,
      remedies: [
        'Use --accept dispatch, which works on every system.',
        '--accept reuseport needs Linux with Node.js 26.10 or newer (on line 24: 24.22).',
      ],
    }),
  },
  ERR_SHUTDOWN_FORCED: {
    exitCode: 13,
    id: ({ connections }) => ({
      message: `Waktu habis: ${connections} koneksi diputus sebelum selesai.`,
      remedies: ['Beri waktu lebih untuk menyelesaikannya: --shutdown-timeout 10s'],
    }),
    en: ({ connections }) => ({
      message: `Out of time: ${connections} connections were cut before they had finished.`,
      remedies: ['Allow them more time: --shutdown-timeout 10s'],
    }),
  },
  ERR_FILE: {
    exitCode: 14,
    id: ({ path, reason }) => ({
      message: `Berkas ${path} tidak dapat dipakai (${FILE_REASONS.id[String(reason)] ?? reason}).`,
      remedies: ['Periksa nama, letak, dan izin berkas itu.'],
    }),
    en: ({ path, reason }) => ({
      message: `The file ${path} cannot be used (${FILE_REASONS.en[String(reason)] ?? reason}).`,
      remedies: ['Check its name, its folder and its permissions.'],
    }),
  },
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
  ERR_STDOUT: {
    exitCode: 14,
    id: ({ reason }) => ({
      message: `Hasil tidak dapat ditulis ke keluaran standar (${FILE_REASONS.id[String(reason)] ?? reason}).`,
      remedies: ['Arahkan keluarannya ke tempat lain, atau kosongkan penyimpanan itu.'],
    }),
    en: ({ reason }) => ({
      message: `The result cannot be written to standard output (${FILE_REASONS.en[String(reason)] ?? reason}).`,
      remedies: ['Send the output somewhere else, or make room there.'],
    }),
  },
  ERR_STDOUT_CUT: {
    exitCode: 20,
    // One line: whoever writes `| head` knows why, and it is between the lines of others there.
    id: () => ({
      message: 'Hasilnya terpotong: pembaca keluaran berakhir sebelum semuanya tertulis.',
      remedies: [],
    }),
    en: () => ({
      message: 'The result is cut: the reader of the output left before all was written.',
      remedies: [],
    }),
  },
  ERR_WORKER_START: {
    exitCode: 15,
    id: ({ reason }) => ({
      message: `Thread pekerja gagal dimulai: ${reason}`,
      remedies: [
        'Bangun ulang program (npx nx run-many -t build), lalu jalankan lagi.',
        'Atau kurangi jumlah worker: --workers 2',
      ],
    }),
    en: ({ reason }) => ({
      message: `A worker thread failed to start: ${reason}`,
      remedies: [
        'Build the program again (npx nx run-many -t build) and start it once more.',
        'Or use fewer workers: --workers 2',
      ],
    }),
  },
} as const satisfies ErrorTable;
