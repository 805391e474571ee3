import { formatDuration, type ErrorTable } from '@praktikum/service';

/** The TCP server that is there has the port: another one for both, and for the client too. */
const otherPort = (port: unknown, tcp: unknown) =>
  tcp ? ` --port ${(Number(port) % 65_535) + 1}` : '';

/** What only the client can end by. */
export const CLIENT_ERRORS = {
  ERR_STILL_OPEN: {
    exitCode: 9,
    id: ({ host, port, ms }) => ({
      message: `${host} port ${port} menjawab, tetapi tidak menutup koneksi dalam ${formatDuration(Number(ms))}.`,
      remedies: [
        'Bila server memang tidak menutup koneksi, selesai setelah server berhenti mengirim: --until-idle 500ms',
        'Atau selesai setelah sejumlah byte, misalnya: --expect 36',
      ],
    }),
    en: ({ host, port, ms }) => ({
      message: `${host} port ${port} answered, but did not close the connection within ${formatDuration(Number(ms))}.`,
      remedies: [
        'If the server does not close connections, end when it stops sending: --until-idle 500ms',
        'Or end after a number of bytes, for example: --expect 36',
      ],
    }),
  },
  ERR_NO_ANSWER: {
    exitCode: 12,
    id: () => ({
      message: 'Server menutup koneksi tanpa menjawab.',
      remedies: [
        'Lihat log server: mungkin server berhenti, atau menolak client ini.',
        'Server yang menjawab per baris menunggu akhir baris; coba: echo pesan | node praktikum client',
        'Server dengan TLS hanya menjawab client dengan TLS; tambahkan: --tls --ca certificates/ca.pem',
      ],
    }),
    en: () => ({
      message: 'The server closed the connection without answering.',
      remedies: [
        "Look at the server's log: it may have stopped, or refused this client.",
        'A server that answers line by line waits for the end of a line; try: echo message | node praktikum client',
        'A server with TLS answers only clients with TLS; add: --tls --ca certificates/ca.pem',
      ],
    }),
  },
  ERR_ANSWERS_MISSING: {
    exitCode: 12,
    id: () => ({
      message: 'Server menutup koneksi sebelum menjawab semua pesan.',
      remedies: [
        'Lihat log server: mungkin server berhenti, atau hanya menjawab sejumlah pesan setiap koneksi.',
        'Kirim satu pesan saja setiap client: --messages 1',
      ],
    }),
    en: () => ({
      message: 'The server closed the connection before it had answered every message.',
      remedies: [
        "Look at the server's log: it may have stopped, or it answers only some messages of a connection.",
        'Send one message from each client only: --messages 1',
      ],
    }),
  },
  ERR_INCOMPLETE_ANSWER: {
    exitCode: 12,
    id: ({ received, expected }) => ({
      message: `Jawaban tidak lengkap: server menutup koneksi setelah ${received} byte, padahal client menunggu sedikitnya ${expected} byte.`,
      remedies: [
        'Lihat log server: mungkin server berhenti di tengah jawaban.',
        `Bila jawabannya memang sependek itu, tambahkan: --expect ${received}`,
      ],
    }),
    en: ({ received, expected }) => ({
      message: `The answer is incomplete: the server closed the connection after ${received} bytes; the client expected at least ${expected} bytes.`,
      remedies: [
        "Look at the server's log: it may have stopped in the middle of its answer.",
        `If the answer is meant to be that short, add: --expect ${received}`,
      ],
    }),
  },
  ERR_CLOSED_EARLY: {
    exitCode: 12,
    id: ({ sent, received }) => ({
      message: `Server menutup koneksi sebelum semua terkirim: ${sent} byte dikirim, ${received} byte diterima.`,
      remedies: ['Lihat log server: mungkin pesan melewati batas ukuran, atau server berhenti.'],
    }),
    en: ({ sent, received }) => ({
      message: `The server closed the connection before everything was sent: ${sent} bytes sent, ${received} bytes received.`,
      remedies: [
        "Look at the server's log: the message may exceed a size limit, or the server may have stopped.",
      ],
    }),
  },
  ERR_DATAGRAMS_LOST: {
    exitCode: 12,
    id: ({ lost, sent }) => ({
      message: `${lost} dari ${sent} datagram tidak terjawab.`,
      remedies: [
        'UDP tidak menjamin datagram sampai. Program yang memerlukan jaminan harus mengirim ulang sendiri, atau memakai TCP.',
      ],
    }),
    en: ({ lost, sent }) => ({
      message: `${lost} of ${sent} datagrams were not answered.`,
      remedies: [
        'UDP does not guarantee that a datagram arrives. A program that needs this has to send again by itself, or use TCP.',
      ],
    }),
  },
  ERR_NO_UDP: {
    exitCode: 6,
    id: ({ host, port, tcp }) => ({
      message: `${host} port ${port} tidak menjawab lewat UDP${tcp ? '; di sana ada server TCP' : ''}.`,
      remedies: [
        `Jalankan server yang melayani UDP: node praktikum simple-server --udp${otherPort(port, tcp)}`,
        ...(tcp ? ['Atau kirim lewat TCP, tanpa --udp.'] : []),
        `Periksa lebih jauh: node praktikum client doctor ${host} ${port} --udp`,
      ],
    }),
    en: ({ host, port, tcp }) => ({
      message: `${host} port ${port} does not answer over UDP${tcp ? '; a TCP server listens there' : ''}.`,
      remedies: [
        `Start a server that serves UDP: node praktikum simple-server --udp${otherPort(port, tcp)}`,
        ...(tcp ? ['Or send over TCP, without --udp.'] : []),
        `Look further: node praktikum client doctor ${host} ${port} --udp`,
      ],
    }),
  },
  ERR_DATAGRAM_SIZE: {
    exitCode: 2,
    id: ({ bytes, most }) => ({
      message: `Pesan sebesar ${bytes} byte tidak muat dalam satu datagram UDP.`,
      remedies: [
        `Satu datagram memuat paling banyak ${most} byte. Kirim pesan ini lewat TCP (tanpa --udp).`,
      ],
    }),
    en: ({ bytes, most }) => ({
      message: `A message of ${bytes} bytes does not fit into one UDP datagram.`,
      remedies: [
        `One datagram carries at most ${most} bytes. Send this message over TCP (without --udp).`,
      ],
    }),
  },
  ERR_SWARM: {
    exitCode: 12,
    id: ({ failed, clients }) => ({
      message: `${failed} dari ${clients} client gagal, karena penyebab yang berbeda-beda.`,
      remedies: ['Lihat daftar penyebab di atas, atau selengkapnya dengan --json.'],
    }),
    en: ({ failed, clients }) => ({
      message: `${failed} of ${clients} clients failed, for different reasons.`,
      remedies: ['See the list of reasons above, or all details with --json.'],
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
      message: `Jawaban untuk client ${client} tidak sama dengan yang dikirim: diharapkan "${expected}", diterima "${received}".`,
      remedies: [
        'Server harus mengirim balik setiap pesan apa adanya, atau dengan "Anda mengirim: " di depannya.',
      ],
    }),
    en: ({ client, expected, received }) => ({
      message: `The answer to client ${client} is not what it sent: expected "${expected}", received "${received}".`,
      remedies: [
        'The server has to send every message back as it is, or with "Anda mengirim: " before it.',
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
