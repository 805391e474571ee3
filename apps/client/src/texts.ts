import type { Catalogue } from '@praktikum/service';

/** The guide's own lines: the same in every language. */
export const GUIDE_LINES = {
  connecting: (host: string, port: number) => `Menghubungkan ke ${host} port ${port}`,
  sending: (message: string) => `Mengirim: ${message}`,
  received: (text: string) => `Diterima: ${text}`,
  closing: 'Menutup koneksi',
};

interface Texts {
  readonly description: string;
  readonly timeout: string;
  readonly logLevel: string;
  readonly json: string;
}

/** What more than one command says. */
export const TEXTS: Catalogue<Texts> = {
  id: {
    description:
      'Client TCP dan UDP dari Langkah 3 panduan: mengirim sebuah pesan dan menampilkan seluruh ' +
      'jawabannya. Perintah lain: banyak client sekaligus, dan pemeriksaan koneksi.',
    timeout: 'paling lama menunggu tersambung, dan paling lama server diam',
    logLevel: 'debug menampilkan asal kesalahan yang tidak terduga',
    json: 'hasil sebagai satu dokumen JSON di stdout',
  },
  en: {
    description:
      'The TCP and UDP client of step 3 of the guide: sends a message and shows the whole answer. ' +
      'Other commands: many clients at once, and a check of the connection.',
    timeout: 'longest wait for the connection, and longest silence of the server',
    logLevel: 'debug shows where an unexpected error came from',
    json: 'the result as one JSON document on stdout',
  },
};
