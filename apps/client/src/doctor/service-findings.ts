import type { FindingEntry } from './finding-entry.ts';

/** What the doctor finds out about what answers at the port. */
export const SERVICE_FINDINGS = {
  SERVICE_ECHO: {
    status: 'ok',
    id: () => 'mengirim balik pesan apa adanya (echo, server sederhana)',
    en: () => 'sends every message back as it is (echo, the simple server)',
  },
  SERVICE_REPLY: {
    status: 'ok',
    id: () => 'menjawab "Anda mengirim: …" (reply, server multi-thread)',
    en: () => 'answers "Anda mengirim: …" (reply, the multi-threaded server)',
  },
  SERVICE_LINES: {
    status: 'ok',
    id: () => 'menjawab "Anda mengirim: …" baris demi baris (lines)',
    en: () => 'answers "Anda mengirim: …" line by line (lines)',
  },
  SERVICE_SPEAKS_FIRST: {
    status: 'note',
    id: ({ text }) => `berbicara lebih dulu, jadi bukan server panduan: "${text}"`,
    en: ({ text }) => `speaks first, so it is no server of the guide: "${text}"`,
  },
  SERVICE_OTHER: {
    status: 'note',
    id: ({ text }) => `menjawab hal lain, jadi bukan server panduan: "${text}"`,
    en: ({ text }) => `answers something else, so it is no server of the guide: "${text}"`,
  },
  SERVICE_SILENT: {
    status: 'problem',
    id: (_, ms) => `menerima sambungan, tetapi diam selama ${ms} ms`,
    en: (_, ms) => `takes the connection, but was silent for ${ms} ms`,
    remedies: {
      id: [
        'Server sederhana melayani satu client: tutup client lain yang masih tersambung.',
        'Mungkin itu layanan lain, atau server yang macet: lihat keluarannya.',
      ],
      en: [
        'The simple server serves one client: close other clients that are still connected.',
        'It may be another service, or a server that is stuck: look at its output.',
      ],
    },
  },
  SERVICE_CLOSES: {
    status: 'problem',
    id: () => 'menutup koneksi tanpa menjawab',
    en: () => 'closes the connection without an answer',
    remedies: {
      id: ['Lihat keluaran server: mungkin ia penuh, sedang berhenti, atau menolak alamat ini.'],
      en: ["Look at the server's output: it may be full, stopping, or refuse this address."],
    },
  },
  SERVICE_RESETS: {
    status: 'problem',
    id: ({ code }) => `memutus koneksi (${code})`,
    en: ({ code }) => `breaks the connection off (${code})`,
    remedies: {
      id: ['Lihat keluaran server: mungkin ia berhenti karena suatu kesalahan.'],
      en: ["Look at the server's output: it may have stopped by an error."],
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>;
