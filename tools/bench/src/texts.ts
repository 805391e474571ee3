import type { Catalogue } from '@praktikum/service';

interface Texts {
  readonly description: string;
  readonly rounds: string;
  readonly seconds: string;
  readonly warmUp: string;
  readonly workers: string;
  readonly cases: string;
  readonly peers: string;
  readonly logging: string;
  readonly out: string;
  readonly quick: string;
  readonly list: string;
  readonly threads: string;
  readonly curves: string;
  readonly docs: string;
  readonly chat: string;
  readonly chatQuick: string;
}

export const TEXTS: Catalogue<Texts> = {
  id: {
    description:
      'Mengukur server kita dan server lain dengan beban yang sama, secara bergiliran, dalam beberapa ' +
      'putaran. Hasilnya berkas JSON, Markdown, dan SVG.',
    rounds: 'jumlah putaran',
    seconds: 'durasi setiap pengukuran',
    warmUp: 'durasi pemanasan sebelum setiap pengukuran',
    workers: 'jumlah thread atau proses untuk server yang memakainya',
    cases: 'nama kasus, dipisah koma',
    peers: 'nama server, dipisah koma',
    logging: 'log per pesan: off, on, atau both',
    out: 'folder untuk hasil',
    quick: 'sekitar satu menit: satu putaran, kasus utama, waktu singkat',
    list: 'tampilkan daftar kasus dan server',
    threads:
      'Mengukur kapan thread membantu: beban CPU per pesan, TLS, dan echo, dengan 1, 2, dan 4 worker, ' +
      'dibandingkan dengan satu thread Node. Menulis kurva dan tabel untuk docs/THREADS.md.',
    curves: 'nama kurva, dipisah koma: work, tls, echo',
    docs: 'folder yang berisi THREADS.md',
    chat:
      'Mengukur chat-server dan ngIRCd dengan percakapan yang sama, secara bergiliran, dalam beberapa ' +
      'putaran. Hasilnya berkas JSON, Markdown, dan SVG.',
    chatQuick: 'kurang dari satu menit: satu putaran, kasus utama, sepersepuluh dari pesan',
  },
  en: {
    description:
      'Measures our servers and others under the same load, in turn, over several rounds. The ' +
      'results are files of JSON, Markdown and SVG.',
    rounds: 'number of rounds',
    seconds: 'length of each measurement',
    warmUp: 'length of the warm-up before each measurement',
    workers: 'number of threads or processes for servers that use them',
    cases: 'names of cases, separated by commas',
    peers: 'names of servers, separated by commas',
    logging: 'per-message logging: off, on, or both',
    out: 'folder for the results',
    quick: 'about one minute: one round, the main cases, short times',
    list: 'list the cases and servers',
    threads:
      'Measures when threads help: CPU work per message, TLS and echo, with 1, 2 and 4 workers, ' +
      'compared with one Node thread. Writes the curves and tables of docs/THREADS.md.',
    curves: 'names of curves, separated by commas: work, tls, echo',
    docs: 'folder that contains THREADS.md',
    chat:
      'Measures chat-server and ngIRCd with the same conversations, in turn, over several rounds. ' +
      'The results are files of JSON, Markdown and SVG.',
    chatQuick: 'less than a minute: one round, the main cases, a tenth of the messages',
  },
};
