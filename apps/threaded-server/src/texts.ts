import type { ServiceTexts, TryCommand } from '@praktikum/server-program';
import type { Catalogue } from '@praktikum/service';

/** The guide's own lines: the same in every language. */
export const GUIDE_LINES = {
  listening: (address: string) => `Server berjalan di ${address}`,
  connection: (address: string) => `Koneksi dari ${address} telah diterima.`,
  received: (address: string, text: string) => `Dari ${address}: ${text}`,
  stopping: 'Menghentikan server...',
};

interface Texts extends ServiceTexts {
  readonly mode: string;
}

const tryWith: TryCommand = (host, port, tls) => `node praktikum client ${host} ${port}${tls}`;

export const TEXTS: Catalogue<Texts> = {
  id: {
    ...GUIDE_LINES,
    tryWith,
    description:
      'Server TCP multi-thread dari Langkah 4 panduan: menerima koneksi di thread utama dan ' +
      'menjawab "Anda mengirim: …" di sekumpulan worker thread.',
    mode: 'jawaban server: echo, reply, atau lines (reply per baris)',
  },
  en: {
    ...GUIDE_LINES,
    tryWith,
    description:
      'The multi-threaded TCP server of step 4 of the guide: accepts connections on the main thread ' +
      'and answers "Anda mengirim: …" in a pool of worker threads.',
    mode: "the server's answer: echo, reply, or lines (reply line by line)",
  },
};
