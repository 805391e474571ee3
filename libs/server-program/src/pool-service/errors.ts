import type { ErrorDetails } from '@praktikum/protocol';
import { joinErrors, type Language, type ProgramErrors } from '@praktikum/service';
import { ERRORS as SERVER_ERRORS } from '../errors.ts';
import { POOL_TEXTS } from './pool-texts.ts';

const LOG_CODES: NonNullable<ProgramErrors['logCodes']> = {
  ERR_WORKER_STUCK: {
    event: 'worker-exit',
    id: 'worker tidak menjawab, lalu dihentikan',
    en: 'the worker did not answer and was stopped',
  },
  ERR_WORKER_BEHIND: {
    event: 'worker-exit',
    id: 'worker tertinggal terlalu jauh, lalu dihentikan',
    en: 'the worker had fallen too far behind and was stopped',
  },
  ERR_WORKER_LATE: {
    event: 'worker-exit',
    id: 'worker tidak siap pada waktunya',
    en: 'the worker was not ready in time',
  },
};

/** What a worker has ended by: one of our codes, its exit code where it threw nothing, or its own words. */
function whyEnded({ code = '', exitCode, reason = '' }: ErrorDetails, language: Language): string {
  const words = LOG_CODES[code]?.[language];
  if (words !== undefined) return words;
  return exitCode === undefined ? String(reason) : POOL_TEXTS[language].exitCode(Number(exitCode));
}

/** What every service with a pool of workers can end by, beside what every program can. */
export const ERRORS: ProgramErrors = joinErrors(SERVER_ERRORS, {
  exitCodes: {
    15: { id: 'worker thread gagal dijalankan', en: 'a worker thread failed to start' },
  },
  errors: {
    ERR_REUSEPORT_UNSUPPORTED: {
      exitCode: 2,
      id: ({ where }) => ({
        message: `Di ${where}, beberapa thread tidak dapat menerima koneksi pada satu port (SO_REUSEPORT).`,
        remedies: [
          'Gunakan --accept dispatch, yang berjalan di semua sistem.',
          '--accept reuseport memerlukan Linux dengan Node.js 26.10 atau lebih baru (untuk Node.js 24: 24.22).',
        ],
      }),
      en: ({ where }) => ({
        message: `On ${where}, several threads cannot accept connections on one port (SO_REUSEPORT).`,
        remedies: [
          'Use --accept dispatch, which works on every system.',
          '--accept reuseport needs Linux with Node.js 26.10 or newer (for Node.js 24: 24.22).',
        ],
      }),
    },
    // Said behind "the old workers continue to serve".
    ERR_RELOAD_INCOMPLETE: {
      exitCode: 15,
      id: ({ renewed, workers, ...ended }) => ({
        message: `Baru ${renewed} dari ${workers} worker yang diganti (${whyEnded(ended, 'id')}). Muat ulang sekali lagi.`,
        remedies: ['Muat ulang: ketik r lalu Enter di terminal server, atau kirim SIGHUP.'],
      }),
      en: ({ renewed, workers, ...ended }) => ({
        message: `Only ${renewed} of ${workers} workers were replaced (${whyEnded(ended, 'en')}). Reload once more.`,
        remedies: ['Reload: type r and Enter on the terminal of the server, or send SIGHUP.'],
      }),
    },
    ERR_WORKER_START: {
      exitCode: 15,
      id: (ended) => ({
        message: `Worker thread gagal dijalankan: ${whyEnded(ended, 'id')}.`,
        remedies: [
          'Build ulang programnya: npx nx run-many -t build',
          'Atau kurangi jumlah worker: --workers 2',
        ],
      }),
      en: (ended) => ({
        message: `A worker thread failed to start: ${whyEnded(ended, 'en')}.`,
        remedies: [
          'Build the program again: npx nx run-many -t build',
          'Or use fewer workers: --workers 2',
        ],
      }),
    },
  },
  logCodes: LOG_CODES,
});
