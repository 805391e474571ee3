import { joinErrors, type ProgramErrors } from '@praktikum/service';
import { ERRORS as SERVER_ERRORS } from '../errors.ts';

/** What every service with a pool of workers can end by, beside what every program can. */
export const ERRORS: ProgramErrors = joinErrors(SERVER_ERRORS, {
  exitCodes: {
    15: { id: 'worker thread gagal dimulai', en: 'a worker thread failed to start' },
  },
  errors: {
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
    // Said behind "the old workers go on serving".
    ERR_RELOAD_INCOMPLETE: {
      exitCode: 15,
      id: ({ renewed, workers, reason }) => ({
        message: `${renewed} dari ${workers} sudah baru (${reason}). Muat ulang sekali lagi.`,
        remedies: ['Muat ulang dengan SIGHUP, atau dengan baris r di terminal server.'],
      }),
      en: ({ renewed, workers, reason }) => ({
        message: `${renewed} of ${workers} are new already (${reason}). Reload once more.`,
        remedies: ['Reload by SIGHUP, or by the line r on the terminal of the server.'],
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
  },
  logCodes: {
    ERR_WORKER_STUCK: {
      event: 'worker-exit',
      id: 'worker tidak menjawab dan diakhiri',
      en: 'the worker did not answer and was ended',
    },
  },
});
