import { joinErrors, NAME_ERRORS, tlsMaterialErrors, type ProgramErrors } from '@praktikum/service';

/** `--port 12346`, or the port alone where no option chooses it. */
function withOption(option: string | number = '', free: string | number = ''): string {
  return `${option} ${free}`.trim();
}

const TIME_WAIT = {
  id: 'Bila program itu tidak ditemukan, koneksi yang baru berakhir mungkin masih menempati port ini (TIME_WAIT): tunggu satu menit.',
  en: 'If no such program is found, a connection that has just ended may still hold the port (TIME_WAIT): wait a minute.',
} as const;

/** What every server can end by, beside what every program can. */
export const ERRORS: ProgramErrors = joinErrors(
  NAME_ERRORS,
  tlsMaterialErrors('node praktikum certificates --host localhost --force'),
  {
    exitCodes: {
      3: { id: 'port sudah digunakan', en: 'the port is in use' },
      4: { id: 'port hanya boleh dibuka administrator', en: 'the port is for administrators only' },
      5: { id: 'bukan alamat komputer ini', en: 'not an address of this machine' },
      13: {
        id: 'koneksi diputus saat server berhenti',
        en: 'connections cut when the server stopped',
      },
    },
    errors: {
      EADDRINUSE: {
        exitCode: 3,
        id: ({ port, holder, find, stop, free, option }) =>
          stop
            ? {
                message: `Port ${port} sudah digunakan${holder ? ` oleh ${holder}` : ''}.`,
                remedies: [
                  ...(find ? [`Cari program yang memakainya: ${find}`] : []),
                  `Hentikan program itu: ${stop}`,
                  ...(holder ? [] : [TIME_WAIT.id]),
                  `Atau gunakan port yang bebas: ${withOption(option, free)}`,
                ],
              }
            : {
                message: `Server ini diminta memakai port ${port} dua kali.`,
                remedies: [`Gunakan port yang bebas: ${withOption(option, free)}`],
              },
        en: ({ port, holder, find, stop, free, option }) =>
          stop
            ? {
                message: `Port ${port} is already in use${holder ? ` by ${holder}` : ''}.`,
                remedies: [
                  ...(find ? [`Find the program that uses it: ${find}`] : []),
                  `Stop that program: ${stop}`,
                  ...(holder ? [] : [TIME_WAIT.en]),
                  `Or use a port that is free: ${withOption(option, free)}`,
                ],
              }
            : {
                message: `This server was asked to use port ${port} twice.`,
                remedies: [`Use a port that is free: ${withOption(option, free)}`],
              },
      },
      EACCES: {
        exitCode: 4,
        id: ({ port, free, option }) => ({
          message: `Port ${port} hanya boleh dibuka oleh administrator (root).`,
          remedies: [`Gunakan port 1024 ke atas, misalnya: ${withOption(option, free)}`],
        }),
        en: ({ port, free, option }) => ({
          message: `Only an administrator (root) may open port ${port}.`,
          remedies: [`Use a port from 1024 up, for example: ${withOption(option, free)}`],
        }),
      },
      EADDRNOTAVAIL: {
        exitCode: 5,
        id: ({ host, own }) => ({
          message: `${host} bukan alamat komputer ini.`,
          remedies: [
            'Gunakan 0.0.0.0 untuk mendengarkan di semua alamat IPv4, atau :: untuk semua alamat IPv4 dan IPv6.',
            `Alamat komputer ini: ${own}`,
          ],
        }),
        en: ({ host, own }) => ({
          message: `${host} is not an address of this machine.`,
          remedies: [
            'Use 0.0.0.0 to listen on every IPv4 address, or :: for every IPv4 and IPv6 address.',
            `The addresses of this machine: ${own}`,
          ],
        }),
      },
      ERR_TLS_WITHOUT_CERT: {
        exitCode: 2,
        id: () => ({
          message: '--tls memerlukan sertifikat server dan kunci privatnya.',
          remedies: [
            'Buat keduanya, cukup sekali: node praktikum certificates',
            'Lalu jalankan server dengan: --tls --cert certificates/server.pem --key certificates/server-key.pem',
          ],
        }),
        en: () => ({
          message: "--tls needs the server's certificate and its private key.",
          remedies: [
            'Make both, only once: node praktikum certificates',
            'Then start the server with: --tls --cert certificates/server.pem --key certificates/server-key.pem',
          ],
        }),
      },
      ERR_SHUTDOWN_FORCED: {
        exitCode: 13,
        id: ({ connections }) => ({
          message: `Batas waktu habis: ${connections} koneksi diputus sebelum selesai.`,
          remedies: ['Beri client waktu lebih lama untuk selesai: --shutdown-timeout 10s'],
        }),
        en: ({ connections }) => ({
          message: `Time ran out: ${connections} connections were cut before they had finished.`,
          remedies: ['Give clients more time to finish: --shutdown-timeout 10s'],
        }),
      },
    },
    logCodes: {
      ERR_SEND_QUEUE: {
        event: 'closed',
        id: 'client tidak membaca, dan terlalu banyak yang menunggu untuknya',
        en: 'the client does not read, and too much waits for it',
      },
      ERR_LINE_TOO_LONG: {
        event: 'closed',
        id: 'client mengirim baris yang terlalu panjang',
        en: 'the client sent a line that is too long',
      },
      ERR_PARTIAL_LINE: {
        event: 'closed',
        id: 'client menutup koneksi di tengah sebuah baris',
        en: 'the client closed in the middle of a line',
      },
      ERR_FRAME_TOO_LONG: {
        event: 'closed',
        id: 'client mengumumkan frame yang terlalu panjang',
        en: 'the client announced a frame that is too long',
      },
      ERR_BUFFER_FULL: {
        event: 'closed',
        id: 'client mengirim lebih banyak data daripada yang dapat ditampung',
        en: 'the client sent more data than the buffer may hold',
      },
      ERR_TLS_PLAIN_TEXT: {
        event: 'tls-failed',
        id: 'client tidak memakai TLS',
        en: 'the client does not speak TLS',
      },
      ERR_TLS_HANDSHAKE_TIMEOUT: {
        event: 'tls-failed',
        id: 'handshake TLS tidak selesai pada waktunya, atau server dihentikan',
        en: 'the TLS handshake did not finish in time, or the server was stopping',
      },
      ERR_TLS_HANDSHAKE_LIMIT: {
        event: 'tls-failed',
        id: 'terlalu banyak handshake TLS yang belum selesai',
        en: 'too many TLS handshakes were unfinished',
      },
    },
  },
);
