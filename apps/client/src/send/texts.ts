import type { Catalogue } from '@praktikum/service';
import { NUMBER_TEXTS, type NumberTexts } from '../number-texts.ts';

export interface SendTexts extends NumberTexts {
  readonly options: Record<
    | 'message'
    | 'file'
    | 'expect'
    | 'untilIdle'
    | 'raw'
    | 'interactive'
    | 'udp'
    | 'count'
    | 'interval'
    | 'json',
    string
  >;
  readonly silentPipe: (waited: string) => string;
  readonly conversation: string;
  readonly serverClosed: string;
  readonly duplicate: string;
  readonly reordered: string;
  readonly withoutConnection: (host: string, port: number) => string;
  readonly nextAddress: (from: string, to: string) => string;
  readonly summary: (of: DatagramCounts) => string;
  readonly order: (of: DatagramCounts) => string;
  readonly roundTrip: (min: string, average: string, max: string, deviation: string) => string;
}

interface DatagramCounts {
  readonly sent: number;
  readonly answered: number;
  readonly lostPercent: string;
  readonly duplicates: number;
  readonly reordered: number;
  readonly foreign: number;
}

export const SEND_TEXTS: Catalogue<SendTexts> = {
  id: {
    ...NUMBER_TEXTS.id,
    options: {
      message: 'pesan yang dikirim',
      file: 'kirim isi berkas; - untuk masukan standar (ditunggu sampai selesai)',
      expect:
        'selesai setelah menerima jawaban sebanyak n byte, tanpa menunggu server menutup koneksi',
      untilIdle: 'selesai bila server berhenti mengirim selama waktu ini setelah mulai menjawab',
      raw: 'tulis hanya byte jawaban ke stdout; keterangan lain ke stderr',
      interactive: 'percakapan baris demi baris, dengan riwayat (tombol panah atas)',
      udp: 'kirim datagram bernomor lewat UDP',
      count: 'jumlah datagram',
      interval: 'jeda antara dua datagram',
      json: 'dengan --udp: cetak hasilnya sebagai JSON ke stdout, keterangan lain ke stderr',
    },
    silentPipe: (waited) =>
      `Tidak ada masukan standar selama ${waited}; client mengirim pesan dari panduan. ` +
      'Agar masukan ditunggu: --file -',
    conversation: 'Ketik pesan, lalu tekan Enter; Ctrl-D untuk selesai.',
    serverClosed: 'Server menutup koneksi.',
    duplicate: 'ganda',
    reordered: 'tidak berurutan',
    withoutConnection: (host, port) =>
      `Datagram UDP ke ${host} port ${port}, tanpa membuka koneksi`,
    nextAddress: (from, to) => `${from} menolak; mencoba ${to}.`,
    summary: ({ sent, answered, lostPercent }) =>
      `${sent} datagram dikirim, ${answered} terjawab, ${lostPercent}% hilang`,
    order: ({ duplicates, reordered, foreign }) =>
      `${reordered} tidak berurutan, ${duplicates} ganda, ${foreign} tanpa nomor`,
    roundTrip: (min, average, max, deviation) =>
      `waktu pergi-pulang (RTT): tercepat ${min} ms, rata-rata ${average} ms, terlama ${max} ms, simpangan ${deviation} ms`,
  },
  en: {
    ...NUMBER_TEXTS.en,
    options: {
      message: 'the message to send',
      file: 'send the contents of a file; - for standard input (waits until its end)',
      expect: 'end after n bytes of the answer, without waiting for the server to close',
      untilIdle: 'end when the server, having begun to answer, is silent for this long',
      raw: 'write only the bytes of the answer to stdout; everything else to stderr',
      interactive: 'a conversation line by line, with a history (arrow up)',
      udp: 'send numbered datagrams by UDP',
      count: 'number of datagrams',
      interval: 'time between two datagrams',
      json: 'with --udp: print the result as JSON to stdout, everything else to stderr',
    },
    silentPipe: (waited) =>
      `Nothing came from standard input for ${waited}; the client sends the guide's message. ` +
      'To wait for input: --file -',
    conversation: 'Type a message and press Enter; Ctrl-D to end.',
    serverClosed: 'The server closed the connection.',
    duplicate: 'duplicate',
    reordered: 'out of order',
    withoutConnection: (host, port) =>
      `UDP datagrams to ${host} port ${port}, without a connection`,
    nextAddress: (from, to) => `${from} refuses; trying ${to}.`,
    summary: ({ sent, answered, lostPercent }) =>
      `${sent} ${sent === 1 ? 'datagram' : 'datagrams'} sent, ${answered} answered, ${lostPercent}% lost`,
    order: ({ duplicates, reordered, foreign }) =>
      `${reordered} out of order, ${duplicates} duplicates, ${foreign} without a number`,
    roundTrip: (min, average, max, deviation) =>
      `round trip time (RTT): fastest ${min} ms, average ${average} ms, slowest ${max} ms, deviation ${deviation} ms`,
  },
};
