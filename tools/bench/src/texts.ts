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
}

export const TEXTS: Catalogue<Texts> = {
  id: {
    description:
      'Mengukur server kita di samping server lain dengan beban yang sama, bergiliran, beberapa ' +
      'putaran; hasilnya JSON, Markdown, dan SVG.',
    rounds: 'jumlah putaran',
    seconds: 'lama setiap pengukuran',
    warmUp: 'lama pemanasan sebelum setiap pengukuran',
    workers: 'thread atau proses setiap server yang memilikinya',
    cases: 'nama kasus, dipisah koma',
    peers: 'nama server, dipisah koma',
    logging: 'catatan per pesan: off, on, atau both',
    out: 'folder untuk hasil',
    quick: 'sekitar satu menit: satu putaran, kasus utama, waktu singkat',
    list: 'tampilkan kasus dan server yang ada',
    threads:
      'Mengukur kapan thread menolong: kerja CPU per pesan, TLS, dan echo, dengan 1, 2, dan 4 worker ' +
      'di samping satu thread Node; menulis kurva dan tabel ke docs/THREADS.md.',
    curves: 'nama kurva, dipisah koma: work, tls, echo',
    docs: 'folder yang berisi THREADS.md',
  },
  en: {
    description:
      'Measures our servers beside others on the same load, in turn, over several rounds; the ' +
      'results are JSON, Markdown and SVG.',
    rounds: 'number of rounds',
    seconds: 'length of each measurement',
    warmUp: 'length of the warm-up before each measurement',
    workers: 'threads or processes of every server that has them',
    cases: 'names of cases, with commas between them',
    peers: 'names of servers, with commas between them',
    logging: 'per-message logging: off, on, or both',
    out: 'folder for the results',
    quick: 'about one minute: one round, the main cases, short times',
    list: 'show the cases and servers there are',
    threads:
      'Measures when threads help: CPU work per message, TLS and echo, with 1, 2 and 4 workers beside ' +
      'one Node thread; writes the curves and tables of docs/THREADS.md.',
    curves: 'names of curves, with commas between them: work, tls, echo',
    docs: 'folder that holds THREADS.md',
  },
};
