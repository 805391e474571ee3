import type { FindingEntry } from './finding-entry.ts';

/** What the doctor finds out about what answers at the port. */
export const SERVICE_FINDINGS = {
  SERVICE_ECHO: {
    status: 'ok',
    id: () => 'mengirim balik pesan apa adanya (echo)',
    en: () => 'sends every message back as it is (echo)',
  },
  SERVICE_REPLY: {
    status: 'ok',
    id: () => 'menjawab "Anda mengirim: …" (reply)',
    en: () => 'answers "Anda mengirim: …" (reply)',
  },
  SERVICE_LINES: {
    status: 'ok',
    id: () => 'menjawab "Anda mengirim: …" baris demi baris (lines)',
    en: () => 'answers "Anda mengirim: …" line by line (lines)',
  },
  SERVICE_SPEAKS_FIRST: {
    status: 'note',
    id: ({ text }) => `mengirim data lebih dulu, jadi bukan server panduan: "${text}"`,
    en: ({ text }) => `sends data first, so it is not a server of the guide: "${text}"`,
  },
  SERVICE_OTHER: {
    status: 'note',
    id: ({ text }) => `memberi jawaban lain, jadi bukan server panduan: "${text}"`,
    en: ({ text }) => `gives another answer, so it is not a server of the guide: "${text}"`,
  },
  SERVICE_SILENT: {
    status: 'problem',
    id: (_, ms) => `menerima koneksi, tetapi tidak menjawab selama ${ms} ms`,
    en: (_, ms) => `accepts the connection, but did not answer for ${ms} ms`,
    remedies: {
      id: [
        'Server sederhana melayani satu client pada satu waktu: tutup client lain yang masih terhubung.',
        'Mungkin port itu milik layanan lain, atau servernya macet: lihat log server.',
      ],
      en: [
        'The simple server serves one client at a time: close other clients that are still connected.',
        'It may be another service, or the server may be stuck: look at its log.',
      ],
    },
  },
  SERVICE_CLOSES: {
    status: 'problem',
    id: () => 'menutup koneksi tanpa menjawab',
    en: () => 'closes the connection without answering',
    remedies: {
      id: ['Lihat log server: mungkin server penuh, sedang berhenti, atau menolak alamat ini.'],
      en: ["Look at the server's log: it may be full, be stopping, or refuse this address."],
    },
  },
  SERVICE_RESETS: {
    status: 'problem',
    id: ({ code }) => `memutus koneksi (${code})`,
    en: ({ code }) => `cuts the connection (${code})`,
    remedies: {
      id: ['Lihat log server: mungkin server berhenti karena kesalahan.'],
      en: ["Look at the server's log: it may have stopped because of an error."],
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>;
