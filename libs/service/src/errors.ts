import type { ProgramErrors } from './errors/error-table.ts';
import { PROGRAM_ERRORS } from './errors/program-errors.ts';
import { USAGE_ERRORS } from './errors/usage-errors.ts';

/**
 * What every program can end by, whatever it does. A program started through Nx ends with 1 for each
 * exit code that is not 0.
 */
export const ERRORS: ProgramErrors = {
  exitCodes: {
    0: { id: 'berhasil', en: 'success' },
    1: {
      id: 'kesalahan lain, masukan rusak, atau Node.js terlalu lama',
      en: 'another error, damaged input, or Node.js too old',
    },
    2: { id: 'argumen salah', en: 'wrong arguments' },
    11: {
      id: 'terlalu banyak berkas dan koneksi terbuka',
      en: 'too many open files and connections',
    },
    14: { id: 'berkas tidak dapat dipakai', en: 'a file cannot be used' },
    20: {
      id: 'program yang membaca keluaran berhenti sebelum semuanya tertulis',
      en: 'the reader of the output left before all was written',
    },
    130: { id: 'dihentikan oleh SIGINT (Ctrl-C)', en: 'stopped by SIGINT (Ctrl-C)' },
    143: { id: 'dihentikan oleh SIGTERM', en: 'stopped by SIGTERM' },
  },
  errors: { ...PROGRAM_ERRORS, ...USAGE_ERRORS },
};
