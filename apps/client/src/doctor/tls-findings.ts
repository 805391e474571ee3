import type { FindingEntry } from './finding-entry.ts';

/** What the doctor finds out about TLS. */
export const TLS_FINDINGS = {
  TLS_SECURED: {
    status: 'ok',
    id: ({ protocol, cipher, server }, ms) =>
      `${protocol}, ${cipher}, sertifikat untuk ${server} (${ms} ms)`,
    en: ({ protocol, cipher, server }, ms) =>
      `${protocol}, ${cipher}, certificate for ${server} (${ms} ms)`,
  },
  TLS_UNCHECKED: {
    status: 'note',
    id: () => 'identitas server tidak diperiksa (--insecure)',
    en: () => 'the identity of the server is not checked (--insecure)',
  },
  TLS_ENDS_SOON: {
    status: 'note',
    id: ({ date }) => `sertifikat server hanya berlaku sampai ${date}`,
    en: ({ date }) => `the server's certificate is valid only until ${date}`,
  },
  TLS_UNKNOWN_CA: {
    status: 'problem',
    id: () => 'sertifikat server ditandatangani oleh CA yang tidak dikenal',
    en: () => "the server's certificate was signed by an unknown CA",
    remedies: {
      id: ['Salin ca.pem dari komputer server, lalu tambahkan: --ca certificates/ca.pem'],
      en: ['Copy ca.pem from the server, then add: --ca certificates/ca.pem'],
    },
  },
  TLS_WRONG_NAME: {
    status: 'problem',
    id: ({ host, names }) => `sertifikat server bukan untuk ${host}, melainkan untuk: ${names}`,
    en: ({ host, names }) => `the server's certificate is not for ${host} but for: ${names}`,
    remedies: {
      id: [
        'Hubungi server dengan salah satu nama itu, atau tambahkan: --servername <nama>',
        'Atau buat sertifikat untuk alamat ini di komputer server: node praktikum certificates --host <alamat> --force',
        'Server memakai sertifikat baru setelah dijalankan ulang, atau setelah r lalu Enter di terminalnya.',
      ],
      en: [
        'Connect by one of those names, or add: --servername <name>',
        'Or make a certificate for this address on the server: node praktikum certificates --host <address> --force',
        'The server takes a new certificate when it is started again, or by r and Enter on its terminal.',
      ],
    },
  },
  TLS_EXPIRED: {
    status: 'problem',
    id: () => 'sertifikat server tidak berlaku pada tanggal ini',
    en: () => "the server's certificate is not valid on this date",
    remedies: {
      id: [
        'Periksa tanggal dan jam kedua komputer.',
        'Buat sertifikat baru di komputer server: node praktikum certificates --force',
      ],
      en: [
        'Check the date and time of both machines.',
        'Make a new certificate on the server: node praktikum certificates --force',
      ],
    },
  },
  TLS_CLIENT_REJECTED: {
    status: 'problem',
    id: ({ code }) => `server meminta sertifikat client yang dapat dipercayainya (${code})`,
    en: ({ code }) => `the server asks for a client certificate that it trusts (${code})`,
    remedies: {
      id: [
        'Buat di komputer server, dengan CA server: node praktikum certificates --client budi',
        'Lalu tambahkan: --cert certificates/budi.pem --key certificates/budi-key.pem',
      ],
      en: [
        'Make one on the server, with its CA: node praktikum certificates --client budi',
        'Then add: --cert certificates/budi.pem --key certificates/budi-key.pem',
      ],
    },
  },
  TLS_PLAIN_SERVER: {
    status: 'problem',
    id: () => 'server ini tidak memakai TLS',
    en: () => 'this server does not speak TLS',
    remedies: {
      id: ['Jalankan client tanpa --tls, atau server dengan --tls --cert … --key …'],
      en: ['Run the client without --tls, or the server with --tls --cert … --key …'],
    },
  },
  TLS_SILENT: {
    status: 'problem',
    id: (_, ms) => `server tidak menjawab handshake TLS dalam ${ms} ms`,
    en: (_, ms) => `the server did not answer the TLS handshake within ${ms} ms`,
    remedies: {
      id: [
        'Mungkin server tidak memakai TLS: coba doctor tanpa --tls.',
        'Server sederhana melayani satu client pada satu waktu: tutup client lain yang masih terhubung.',
      ],
      en: [
        'The server may not speak TLS: try doctor without --tls.',
        'The simple server serves one client at a time: close other clients that are still connected.',
      ],
    },
  },
  TLS_FAILED: {
    status: 'problem',
    id: ({ code }) => `handshake TLS gagal (${code})`,
    en: ({ code }) => `the TLS handshake failed (${code})`,
    remedies: {
      id: ['Lihat log server: penyebabnya tertulis di sana.'],
      en: ["Look at the server's log: the reason is there."],
    },
  },
  SERVICE_SPEAKS_TLS: {
    status: 'problem',
    id: ({ protocol }) => `port ini memakai TLS (${protocol}); tanpa TLS server tidak menjawab`,
    en: ({ protocol }) =>
      `this port speaks TLS (${protocol}); the server does not answer without TLS`,
    remedies: {
      id: ['Jalankan client dengan: --tls --ca certificates/ca.pem'],
      en: ['Run the client with: --tls --ca certificates/ca.pem'],
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>;
