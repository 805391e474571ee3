import type { ErrorTable } from './error-table.ts';
import { formatDuration } from '../arguments/options.ts';

/** What the network and the system answer to a program that listens or connects. */
export const NETWORK_ERRORS = {
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
  ECONNREFUSED: {
    exitCode: 6,
    id: ({ host, port }) => ({
      message: `Koneksi ke ${host} port ${port} ditolak: tidak ada server yang mendengarkan di sana.`,
      remedies: [
        'Pastikan server sudah berjalan (npm start) dan alamat serta portnya benar.',
        `Periksa lebih jauh: npx nx run client:start -- doctor ${host} ${port}`,
      ],
    }),
    en: ({ host, port }) => ({
      message: `The connection to ${host} port ${port} was refused: no server listens there.`,
      remedies: [
        'Make sure that the server is running (npm start) and that address and port are right.',
        `Look further: npx nx run client:start -- doctor ${host} ${port}`,
      ],
    }),
  },
  EHOSTUNREACH: {
    exitCode: 7,
    id: ({ host }) => ({
      message: `${host} tidak terjangkau dari komputer ini.`,
      remedies: [
        'Periksa kabel atau Wi-Fi, dan apakah kedua komputer berada di jaringan yang sama.',
        'Periksa alamat IP server di komputer server (ip addr, atau ipconfig di Windows).',
      ],
    }),
    en: ({ host }) => ({
      message: `${host} cannot be reached from this machine.`,
      remedies: [
        'Check the cable or Wi-Fi, and that both machines are on the same network.',
        "Check the server's IP address on the server (ip addr, or ipconfig on Windows).",
      ],
    }),
  },
  ERR_NO_LOCAL_PORT: {
    exitCode: 11,
    id: ({ host, port }) => ({
      message: `Tidak ada port lokal yang bebas untuk koneksi ke ${host} port ${port}: terlalu banyak koneksi.`,
      remedies: [
        'Kurangi jumlah koneksi, atau tunggu satu menit: port koneksi yang selesai bebas lagi setelah itu.',
        'Lihat yang memakainya: ss -tan, atau netstat -an di Windows.',
      ],
    }),
    en: ({ host, port }) => ({
      message: `No local port is free for a connection to ${host} port ${port}: there are too many connections.`,
      remedies: [
        'Use fewer connections, or wait a minute: the ports of those that have ended are free again then.',
        'See what uses them: ss -tan, or netstat -an on Windows.',
      ],
    }),
  },
  ENOTFOUND: {
    exitCode: 8,
    id: ({ host }) => ({
      message: `Nama "${host}" tidak dikenal.`,
      remedies: ['Periksa ejaannya, atau pakai alamat IP server.'],
    }),
    en: ({ host }) => ({
      message: `The name "${host}" is unknown.`,
      remedies: ["Check its spelling, or use the server's IP address."],
    }),
  },
  ETIMEDOUT: {
    exitCode: 9,
    id: ({ host, port, ms }) => ({
      message: `${host} port ${port} tidak menjawab dalam ${formatDuration(Number(ms))}.`,
      remedies: [
        'Mungkin sebuah firewall membuang paketnya, atau server sedang melayani client lain.',
        'Beri waktu lebih: --timeout 30s',
      ],
    }),
    en: ({ host, port, ms }) => ({
      message: `${host} port ${port} did not answer within ${formatDuration(Number(ms))}.`,
      remedies: [
        'A firewall may be dropping the packets, or the server is busy with another client.',
        'Allow more time: --timeout 30s',
      ],
    }),
  },
  ECONNRESET: {
    exitCode: 10,
    id: ({ host, port }) => ({
      message: `Koneksi diputus oleh ${host} port ${port} (RST).`,
      remedies: ['Lihat keluaran server: mungkin ia berhenti karena suatu kesalahan.'],
    }),
    en: ({ host, port }) => ({
      message: `The connection was reset by ${host} port ${port} (RST).`,
      remedies: ["Look at the server's output: it may have stopped by an error."],
    }),
  },
  EMFILE: {
    exitCode: 11,
    id: () => ({
      message: 'Terlalu banyak berkas dan koneksi yang terbuka dalam program ini.',
      remedies: ['Kurangi jumlah koneksi, atau naikkan batasnya: ulimit -n 65536'],
    }),
    en: () => ({
      message: 'This program has too many files and connections open.',
      remedies: ['Use fewer connections, or raise the limit: ulimit -n 65536'],
    }),
  },
} as const satisfies ErrorTable;
