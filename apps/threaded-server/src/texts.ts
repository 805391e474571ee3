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
      'Server TCP multi-thread dari Langkah 4 panduan: thread utama menerima koneksi, dan sekumpulan ' +
      'worker thread menjawab "Anda mengirim: …".',
    mode: 'jawaban server: echo (apa adanya), reply (dengan "Anda mengirim: "), atau lines (reply per baris)',
  },
  en: {
    ...GUIDE_LINES,
    tryWith,
    description:
      'The multi-threaded TCP server of step 4 of the guide: the main thread accepts connections, and a ' +
      'pool of worker threads answers "Anda mengirim: …".',
    mode: 'the answer of the server: echo (unchanged), reply (with "Anda mengirim: "), or lines (reply line by line)',
  },
};
