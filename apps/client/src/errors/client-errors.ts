import type { ErrorTable } from '@praktikum/service';

/** What only the client can end by. */
export const CLIENT_ERRORS = {
  ERR_STILL_OPEN: {
    exitCode: 9,
    id: ({ host, port, ms }) => ({
      message: `${host} port ${port} menjawab, tetapi tidak menutup koneksi dalam ${ms} ms.`,
      remedies: [
        'Bila server memang membiarkan koneksi terbuka, akhiri setelah ia diam: --until-idle 500ms',
        'Atau setelah sekian byte: --expect 36',
      ],
    }),
    en: ({ host, port, ms }) => ({
      message: `${host} port ${port} answered, but did not close the connection within ${ms} ms.`,
      remedies: [
        'If the server means to keep the connection open, end when it is silent: --until-idle 500ms',
        'Or after so many bytes: --expect 36',
      ],
    }),
  },
  ERR_NO_ANSWER: {
    exitCode: 12,
    id: () => ({
      message: 'Server menutup koneksi tanpa menjawab.',
      remedies: [
        'Lihat keluaran server: mungkin ia berhenti, atau menolak client ini.',
        'Server yang menjawab per baris menunggu akhir baris: echo pesan | node praktikum client',
        'Server dengan TLS hanya menjawab client dengan TLS: --tls --ca certificates/ca.pem',
      ],
    }),
    en: () => ({
      message: 'The server closed the connection without an answer.',
      remedies: [
        "Look at the server's output: it may have stopped, or refused this client.",
        'A server that answers line by line waits for the end of a line: echo message | node praktikum client',
        'A server with TLS answers only a client with TLS: --tls --ca certificates/ca.pem',
      ],
    }),
  },
  ERR_INCOMPLETE_ANSWER: {
    exitCode: 12,
    id: ({ received, expected }) => ({
      message: `Jawaban tidak lengkap: server menutup koneksi setelah ${received} byte, padahal sedikitnya ${expected} byte ditunggu.`,
      remedies: [
        'Lihat keluaran server: mungkin ia berhenti di tengah jawaban.',
        `Bila jawabannya memang sependek itu: --expect ${received}`,
      ],
    }),
    en: ({ received, expected }) => ({
      message: `The answer is incomplete: the server closed the connection after ${received} bytes, at least ${expected} bytes were expected.`,
      remedies: [
        "Look at the server's output: it may have stopped in the middle of its answer.",
        `If the answer is meant to be that short: --expect ${received}`,
      ],
    }),
  },
  ERR_CLOSED_EARLY: {
    exitCode: 12,
    id: ({ sent, received }) => ({
      message: `Server menutup koneksi sebelum semua terkirim: ${sent} byte dikirim, ${received} byte diterima.`,
      remedies: ['Lihat keluaran server: mungkin ada batas ukuran, atau ia berhenti.'],
    }),
    en: ({ sent, received }) => ({
      message: `The server closed the connection before everything was sent: ${sent} bytes sent, ${received} bytes received.`,
      remedies: ["Look at the server's output: there may be a limit of size, or it has stopped."],
    }),
  },
  ERR_DATAGRAMS_LOST: {
    exitCode: 12,
    id: ({ lost, sent }) => ({
      message: `${lost} dari ${sent} datagram tidak terjawab.`,
      remedies: [
        'UDP tidak menjamin sampainya datagram; program yang memerlukannya mengirim ulang sendiri.',
      ],
    }),
    en: ({ lost, sent }) => ({
      message: `${lost} of ${sent} datagrams were not answered.`,
      remedies: [
        'UDP does not promise that a datagram arrives; a program that needs it sends again by itself.',
      ],
    }),
  },
  ERR_NO_UDP: {
    exitCode: 6,
    id: ({ host, port, tcp }) => ({
      message: `${host} port ${port} tidak menjawab lewat UDP${tcp ? '; di sana ada server TCP' : ''}.`,
      remedies: [
        'Server yang melayani UDP: node praktikum simple-server --udp',
        ...(tcp ? ['Atau kirim lewat TCP: tanpa --udp'] : []),
        `Periksa lebih jauh: node praktikum client doctor ${host} ${port} --udp`,
      ],
    }),
    en: ({ host, port, tcp }) => ({
      message: `${host} port ${port} does not answer by UDP${tcp ? '; there is a TCP server' : ''}.`,
      remedies: [
        'A server that serves UDP: node praktikum simple-server --udp',
        ...(tcp ? ['Or send by TCP: without --udp'] : []),
        `Look further: node praktikum client doctor ${host} ${port} --udp`,
      ],
    }),
  },
  ERR_DATAGRAM_SIZE: {
    exitCode: 2,
    id: ({ bytes, most }) => ({
      message: `Pesan sebesar ${bytes} byte tidak muat dalam satu datagram UDP.`,
      remedies: [`Satu datagram memuat paling banyak ${most} byte; kirim lewat TCP (tanpa --udp).`],
    }),
    en: ({ bytes, most }) => ({
      message: `A message of ${bytes} bytes does not fit into one UDP datagram.`,
      remedies: [`One datagram carries at most ${most} bytes; send it by TCP (without --udp).`],
    }),
  },
  ERR_SWARM: {
    exitCode: 12,
    id: ({ failed, clients }) => ({
      message: `${failed} dari ${clients} client gagal, karena sebab yang berbeda-beda.`,
      remedies: ['Lihat sebabnya di tabel, atau secara lengkap dengan --json.'],
    }),
    en: ({ failed, clients }) => ({
      message: `${failed} of ${clients} clients failed, for different reasons.`,
      remedies: ['See the reasons in the table, or in full with --json.'],
    }),
  },
  ERR_INTERRUPTED: {
    exitCode: 130,
    id: () => ({ message: 'Dihentikan sebelum selesai.', remedies: [] }),
    en: () => ({ message: 'Stopped before it had finished.', remedies: [] }),
  },
  ERR_MISMATCH: {
    exitCode: 12,
    id: ({ client, expected, received }) => ({
      message: `Jawaban untuk client ${client} bukan yang dikirimnya: ditunggu "${expected}", datang "${received}".`,
      remedies: [
        'Server harus mengirim balik setiap pesan, boleh dengan "Anda mengirim: " di depannya.',
      ],
    }),
    en: ({ client, expected, received }) => ({
      message: `The answer to client ${client} is not what it sent: expected "${expected}", got "${received}".`,
      remedies: [
        'The server has to send every message back, with "Anda mengirim: " before it if it likes.',
      ],
    }),
  },
  ERR_PROBLEMS_FOUND: {
    exitCode: 16,
    id: ({ problems }) => ({ message: `Pemeriksaan menemukan ${problems} masalah.`, remedies: [] }),
    en: ({ problems }) => ({
      message: `The check found ${problems} ${problems === 1 ? 'problem' : 'problems'}.`,
      remedies: [],
    }),
  },
} as const satisfies ErrorTable;
