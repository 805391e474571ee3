import type { Catalogue } from '@praktikum/service';

interface Texts {
  readonly description: string;
  readonly file: string;
  readonly logLevel: string;
  readonly json: string;
  readonly filter: string;
  readonly stream: string;
  readonly packets: string;
  readonly conversations: string;
}

/** What more than one command says, and the commands that have nothing else to say. */
export const TEXTS: Catalogue<Texts> = {
  id: {
    description:
      'Membaca rekaman lalu lintas jaringan (pcap atau pcapng, boleh gzip) dari Langkah 5 panduan.',
    file: 'berkas rekaman',
    logLevel: 'debug menampilkan asal kesalahan yang tidak terduga',
    stream: 'koneksi yang dipilih, menurut nomornya (tcp.stream)',
    filter: "display filter seperti di Wireshark, misalnya --filter='tcp.port == 12345'",
    json: 'hasil sebagai satu dokumen JSON di stdout',
    packets: 'Setiap paket sebagai satu baris JSON.',
    conversations: 'Setiap koneksi TCP sebagai satu baris JSON.',
  },
  en: {
    description:
      'Reads captures of network traffic (pcap or pcapng, gzip too), for step 5 of the guide.',
    file: 'the capture file',
    logLevel: 'debug shows where an unexpected error came from',
    stream: 'the connection to look at, by its number (tcp.stream)',
    filter: "display filter as in Wireshark, such as --filter='tcp.port == 12345'",
    json: 'the result as one JSON document on stdout',
    packets: 'Every packet as one line of JSON.',
    conversations: 'Every TCP connection as one line of JSON.',
  },
};
