import { SERVER_TEXTS, type ServerTexts, type TryCommand } from '@praktikum/server-program';
import type { Catalogue } from '@praktikum/service';

/** The guide's own lines: the same in every language. */
export const GUIDE_LINES = {
  starting: (host: string, port: number) => `Memulai server di ${host} port ${port}`,
  waiting: 'Menunggu koneksi...',
  connection: (address: string) => `Koneksi dari ${address}`,
  received: (text: string) => `Diterima: ${text}`,
  sending: 'Mengirim balik ke client',
  noData: (address: string) => `Tidak ada data dari ${address}`,
};

/** All that this server says. */
export interface Texts extends ServerTexts {
  readonly description: string;
  readonly tryWith: TryCommand;
  readonly udp: string;
  readonly udpListening: (host: string, port: number) => string;
  readonly datagram: (address: string, bytes: number) => string;
  readonly datagramDropped: (address: string, why: DatagramDrop) => string;
  readonly stopping: string;
}

/** Why a datagram gets no answer. */
export type DatagramDrop = 'reflection' | 'busy';

const tryWith: TryCommand = (host, port, tls) => `node praktikum client ${host} ${port}${tls}`;

export const TEXTS: Catalogue<Texts> = {
  id: {
    ...SERVER_TEXTS.id,
    tryWith,
    description:
      'Server TCP sederhana dari Langkah 2 panduan: melayani satu client pada satu waktu dan ' +
      'mengirim balik semua data yang diterima. Client lain menunggu giliran.',
    udp: 'layani juga echo UDP (RFC 862) di port yang sama',
    udpListening: (host, port) => `Echo UDP di ${host} port ${port}`,
    datagram: (address, bytes) => `Datagram ${bytes} byte dari ${address} dikirim balik`,
    datagramDropped: (address, why) =>
      why === 'busy'
        ? `Datagram dari ${address} dibuang: terlalu banyak jawaban yang belum terkirim`
        : `Datagram dari ${address} tidak dijawab: kedua server akan saling menjawab tanpa henti`,
    stopping: 'Menghentikan server...',
  },
  en: {
    ...SERVER_TEXTS.en,
    tryWith,
    description:
      'The simple TCP server of step 2 of the guide: it serves one client at a time and sends back ' +
      'everything that it receives. Other clients wait their turn.',
    udp: 'also serve UDP echo (RFC 862) on the same port',
    udpListening: (host, port) => `UDP echo on ${host} port ${port}`,
    datagram: (address, bytes) => `A datagram of ${bytes} bytes from ${address} was sent back`,
    datagramDropped: (address, why) =>
      why === 'busy'
        ? `A datagram from ${address} was dropped: too many answers are waiting to be sent`
        : `A datagram from ${address} was not answered: both servers would answer each other for ever`,
    stopping: 'Stopping the server...',
  },
};
