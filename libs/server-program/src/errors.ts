import { joinErrors, NAME_ERRORS, tlsMaterialErrors, type ProgramErrors } from '@praktikum/service';

/** What every server can end by, beside what every program can. */
export const ERRORS: ProgramErrors = joinErrors(
  NAME_ERRORS,
  tlsMaterialErrors('npx nx run certificates:create -- --host localhost --force'),
  {
    exitCodes: {
      3: { id: 'port sudah digunakan', en: 'the port is in use' },
      4: { id: 'port hanya untuk administrator', en: 'the port is for administrators only' },
      5: { id: 'bukan alamat komputer ini', en: 'not an address of this machine' },
      13: {
        id: 'koneksi diputus saat server berhenti',
        en: 'connections cut when the server stopped',
      },
    },
    errors: {
      EADDRINUSE: {
        exitCode: 3,
        id: ({ port, holder, stop, free }) => ({
          message: `Port ${port} sudah digunakan${holder ? ` oleh ${holder}` : ''}.`,
          remedies: [
            `Hentikan program itu: ${stop}`,
            ...(holder
              ? []
              : [
                  'Bila tidak ada program itu: koneksi yang baru berakhir masih menempati port ini (TIME_WAIT); tunggu satu menit.',
                ]),
            `Atau pakai port yang bebas: --port ${free}`,
          ],
        }),
        en: ({ port, holder, stop, free }) => ({
          message: `Port ${port} is already in use${holder ? ` by ${holder}` : ''}.`,
          remedies: [
            `Stop that program: ${stop}`,
            ...(holder
              ? []
              : [
                  'If there is no such program: a connection that has just ended still has the port (TIME_WAIT); wait a minute.',
                ]),
            `Or use a port that is free: --port ${free}`,
          ],
        }),
      },
      EACCES: {
        exitCode: 4,
        id: ({ port, free }) => ({
          message: `Port ${port} hanya boleh dibuka oleh administrator (root).`,
          remedies: [`Pakai port 1024 ke atas, misalnya --port ${free}`],
        }),
        en: ({ port, free }) => ({
          message: `Only an administrator (root) may open port ${port}.`,
          remedies: [`Use a port from 1024 up, for instance --port ${free}`],
        }),
      },
      EADDRNOTAVAIL: {
        exitCode: 5,
        id: ({ host, own }) => ({
          message: `${host} bukan alamat komputer ini.`,
          remedies: [
            'Pakai 0.0.0.0 untuk mendengarkan di semua alamat IPv4, atau :: untuk semua alamat.',
            `Alamat komputer ini: ${own}`,
          ],
        }),
        en: ({ host, own }) => ({
          message: `${host} is not an address of this machine.`,
          remedies: [
            'Use 0.0.0.0 to listen on every IPv4 address, or :: on every address.',
            `The addresses of this machine: ${own}`,
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
    },
  },
);
