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
    | 'interval',
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
      file: 'kirim isi berkas; - untuk masukan standar, juga bila kosong atau lambat',
      expect: 'selesai setelah jawaban sebanyak ini byte, tanpa menunggu server menutup',
      untilIdle: 'selesai bila server diam selama ini sesudah mulai menjawab',
      raw: 'hanya byte jawaban ke stdout; keterangan ke stderr',
      interactive: 'percakapan baris demi baris, dengan riwayat (panah atas)',
      udp: 'kirim datagram bernomor lewat UDP',
      count: 'banyaknya datagram',
      interval: 'jarak antara dua datagram',
    },
    silentPipe: (waited) =>
      `Masukan standar diam selama ${waited}: mengirim pesan panduan. ` +
      'Untuk menunggu masukan: --file -',
    conversation: 'Ketik pesan lalu Enter; Ctrl-D untuk selesai.',
    serverClosed: 'Server menutup koneksi.',
    duplicate: 'kembar',
    reordered: 'tidak berurutan',
    withoutConnection: (host, port) =>
      `Datagram UDP ke ${host} port ${port}, tanpa membuka koneksi`,
    nextAddress: (from, to) => `${from} menolak; mencoba ${to}.`,
    summary: ({ sent, answered, lostPercent }) =>
      `${sent} datagram dikirim, ${answered} terjawab, ${lostPercent}% hilang`,
    order: ({ duplicates, reordered, foreign }) =>
      `${reordered} tidak berurutan, ${duplicates} kembar, ${foreign} tanpa nomor`,
    roundTrip: (min, average, max, deviation) =>
      `pergi-pulang: tercepat ${min} ms, rata-rata ${average} ms, terlama ${max} ms, simpangan ${deviation} ms`,
  },
  en: {
    ...NUMBER_TEXTS.en,
    options: {
      message: 'the message to send',
      file: 'send the contents of a file; - for standard input, also an empty or slow one',
      expect: 'end after so many bytes of reply, without waiting for the server to close',
      untilIdle: 'end when the server has been silent for so long after it began to answer',
      raw: 'only the bytes of the reply on stdout; everything else on stderr',
      interactive: 'a conversation line by line, with history (arrow up)',
      udp: 'send numbered datagrams by UDP',
      count: 'number of datagrams',
      interval: 'time between two datagrams',
    },
    silentPipe: (waited) =>
      `Standard input was silent for ${waited}: sending the guide's message. ` +
      'To wait for input: --file -',
    conversation: 'Type a message and Enter; Ctrl-D to end.',
    serverClosed: 'The server has closed the connection.',
    duplicate: 'duplicate',
    reordered: 'out of order',
    withoutConnection: (host, port) =>
      `UDP datagrams to ${host} port ${port}, without a connection`,
    nextAddress: (from, to) => `${from} refuses; trying ${to}.`,
    summary: ({ sent, answered, lostPercent }) =>
      `${sent} datagrams sent, ${answered} answered, ${lostPercent}% lost`,
    order: ({ duplicates, reordered, foreign }) =>
      `${reordered} out of order, ${duplicates} duplicates, ${foreign} without a number`,
    roundTrip: (min, average, max, deviation) =>
      `round trip: fastest ${min} ms, average ${average} ms, slowest ${max} ms, deviation ${deviation} ms`,
  },
};
