import { formatDuration, type ErrorEntry, type ErrorTable } from '@praktikum/service';

const UNREACHABLE: ErrorEntry = {
  exitCode: 7,
  id: ({ host }) => ({
    message: `${host} tidak dapat dijangkau dari komputer ini.`,
    remedies: [
      'Periksa kabel atau Wi-Fi, dan apakah kedua komputer berada di jaringan yang sama.',
      'Periksa alamat IP di komputer server (ip addr, atau ipconfig di Windows).',
    ],
  }),
  en: ({ host }) => ({
    message: `${host} cannot be reached from this machine.`,
    remedies: [
      'Check the cable or Wi-Fi, and that both machines are on the same network.',
      "Check the server's IP address on the server (ip addr, or ipconfig on Windows).",
    ],
  }),
};

const RESET: ErrorEntry = {
  exitCode: 10,
  id: ({ host, port }) => ({
    message: `Koneksi diputus oleh ${host} port ${port} (RST).`,
    remedies: ['Lihat log server: mungkin server berhenti karena kesalahan.'],
  }),
  en: ({ host, port }) => ({
    message: `The connection was reset by ${host} port ${port} (RST).`,
    remedies: ["Look at the server's log: it may have stopped because of an error."],
  }),
};

/** What the network and the system answer to a program that connects. */
export const CONNECTION_ERRORS = {
  ECONNREFUSED: {
    exitCode: 6,
    id: ({ host, port }) => ({
      message: `Koneksi ke ${host} port ${port} ditolak: tidak ada server yang mendengarkan di sana.`,
      remedies: [
        'Pastikan server sudah berjalan (npm start), dan alamat serta port-nya benar.',
        `Periksa lebih jauh: node praktikum client doctor ${host} ${port}`,
      ],
    }),
    en: ({ host, port }) => ({
      message: `The connection to ${host} port ${port} was refused: no server listens there.`,
      remedies: [
        'Make sure that the server is running (npm start), and that its address and port are right.',
        `Look further: node praktikum client doctor ${host} ${port}`,
      ],
    }),
  },
  ERR_NO_LOCAL_PORT: {
    exitCode: 11,
    id: ({ host, port }) => ({
      message: `Tidak ada port lokal yang bebas untuk koneksi ke ${host} port ${port}: koneksi terlalu banyak.`,
      remedies: [
        'Kurangi jumlah koneksi, atau tunggu satu menit sampai port dari koneksi yang sudah selesai bebas lagi.',
        'Lihat koneksi yang memakainya dengan ss -tan, atau netstat -an di Windows.',
      ],
    }),
    en: ({ host, port }) => ({
      message: `No local port is free for a connection to ${host} port ${port}: there are too many connections.`,
      remedies: [
        'Use fewer connections, or wait a minute until the ports of finished connections are free again.',
        'See which connections use them by ss -tan, or netstat -an on Windows.',
      ],
    }),
  },
  ETIMEDOUT: {
    exitCode: 9,
    id: ({ host, port, ms, state }) => ({
      message: `${host} port ${port} tidak menjawab dalam ${formatDuration(Number(ms))}.`,
      remedies: [
        state === 'connected'
          ? 'Koneksinya terbuka. Mungkin server sedang melayani client lain: simple-server melayani satu client pada satu waktu.'
          : 'Mungkin firewall membuang paketnya, atau komputer itu tidak menyala.',
        'Tunggu lebih lama: --timeout 30s',
        `Periksa lebih jauh: node praktikum client doctor ${host} ${port}`,
      ],
    }),
    en: ({ host, port, ms, state }) => ({
      message: `${host} port ${port} did not answer within ${formatDuration(Number(ms))}.`,
      remedies: [
        state === 'connected'
          ? 'The connection is open. The server may be busy with another client: simple-server serves one at a time.'
          : 'A firewall may be dropping the packets, or that machine may be off.',
        'Wait longer: --timeout 30s',
        `Look further: node praktikum client doctor ${host} ${port}`,
      ],
    }),
  },
  EHOSTUNREACH: UNREACHABLE,
  EHOSTDOWN: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ENETDOWN: UNREACHABLE,
  ECONNRESET: RESET,
  ECONNABORTED: RESET,
  EPIPE: RESET,
} as const satisfies ErrorTable;
