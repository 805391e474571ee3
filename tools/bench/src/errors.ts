import type { ProgramErrors } from '@praktikum/service';

/** What measuring can end by, beside what every program can. */
export const ERRORS: ProgramErrors = {
  exitCodes: {},
  errors: {
    ERR_PLATFORM: {
      exitCode: 1,
      id: ({ platform }) => ({
        message: `Pengukuran hanya berjalan di Linux, bukan di ${platform}.`,
        remedies: ['Jalankan di Linux: bench membaca waktu CPU dan memori server dari /proc.'],
      }),
      en: ({ platform }) => ({
        message: `The bench runs on Linux only, not on ${platform}.`,
        remedies: ['Run it on Linux: it reads CPU time and memory of the servers from /proc.'],
      }),
    },
    ERR_LOAD_GENERATOR: {
      exitCode: 1,
      id: ({ reason }) => ({
        message: `Program pembangkit beban tidak dapat di-build (${reason}).`,
        remedies: ['Pasang kompiler C. Debian, Ubuntu: sudo apt install gcc libc6-dev libssl-dev'],
      }),
      en: ({ reason }) => ({
        message: `The load generator cannot be built (${reason}).`,
        remedies: [
          'Install a C compiler. Debian, Ubuntu: sudo apt install gcc libc6-dev libssl-dev',
        ],
      }),
    },
    ERR_BENCH_TLS: {
      exitCode: 1,
      id: ({ reason }) => ({
        message: `TLS tidak dapat diukur di sini (${reason}).`,
        remedies: [
          'Pasang paket yang belum ada. Debian, Ubuntu: sudo apt install openssl libssl-dev',
          'Atau ukur tanpa TLS: --curves work,echo',
        ],
      }),
      en: ({ reason }) => ({
        message: `TLS cannot be measured here (${reason}).`,
        remedies: [
          'Install what is missing. Debian, Ubuntu: sudo apt install openssl libssl-dev',
          'Or measure without TLS: --curves work,echo',
        ],
      }),
    },
  },
};
