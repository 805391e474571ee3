import type { Catalogue } from '@praktikum/service';
import { NUMBER_TEXTS, type NumberTexts } from '../../number-texts.ts';

type Role = 'client' | 'server';

/** What is said of one conversation. */
export interface ConversationTexts {
  readonly numbers: NumberTexts;
  readonly title: string;
  readonly client: string;
  readonly server: string;
  readonly ladder: (client: string, server: string) => string;
  readonly ladderAlt: string;
  readonly frames: (client: string, server: string, more: number) => string;
  readonly columns: Readonly<
    Record<
      'frame' | 'seconds' | 'from' | 'flags' | 'sequence' | 'acknowledgement' | 'length' | 'text',
      string
    >
  >;
  readonly noHandshake: string;
  readonly handshake: (frames: readonly number[], time: string | undefined) => string;
  readonly initialNumbers: (client: number, server: number) => string;
  readonly noData: string;
  readonly saidNothing: (from: Role) => string;
  readonly said: (from: Role, bytes: number, frames: readonly number[]) => string;
  readonly noClose: string;
  readonly wasReset: (by: string, frame: number) => string;
  readonly closed: (
    first: Role,
    frame: number | null,
    second: number | null,
    segments: number | null,
  ) => string;
  readonly counts: (all: number, carrying: number) => string;
}

export const CONVERSATION_TEXTS: Catalogue<ConversationTexts> = {
  id: {
    numbers: NUMBER_TEXTS.id,
    title: 'Handshake TCP',
    client: 'Keluaran client',
    server: 'Keluaran server',
    ladder: (client, server) => `Diagram tangga koneksi ${client} → ${server}`,
    ladderAlt: 'Diagram tangga: setiap segmen sebagai panah antara client dan server.',
    frames: (client, server, more) =>
      `Frame koneksi ${client} → ${server} (seq dan ack relatif)` +
      (more > 0 ? `; ${more} frame berikutnya tidak ditampilkan` : ''),
    columns: {
      frame: 'Frame',
      seconds: 'Detik',
      from: 'Dari',
      flags: 'Flag',
      sequence: 'Seq',
      acknowledgement: 'Ack',
      length: 'Byte',
      text: 'Isi',
    },
    noHandshake: 'Rekaman ini tidak memuat handshake yang lengkap.',
    handshake: (frames, time) =>
      `Koneksi dibuka oleh tiga segmen: SYN (frame ${frames[0]}), SYN-ACK (frame ${frames[1]}), ` +
      `ACK (frame ${frames[2]})` +
      (time === undefined ? '.' : `; dari SYN sampai ACK berlalu ${time}.`),
    initialNumbers: (client, server) =>
      `Nomor urut awal (ISN): client ${client}, server ${server}. Masing-masing di-ACK dengan ISN + 1.`,
    noData: 'Tidak ada data yang dikirim dalam rekaman ini.',
    saidNothing: (from) =>
      from === 'client' ? 'Client tidak mengirim data.' : 'Server tidak mengirim data.',
    said: (from, bytes, frames) =>
      `${from === 'client' ? 'Client' : 'Server'} mengirim ${NUMBER_TEXTS.id.count(bytes)} byte (frame ${frames.join(', ')}).`,
    noClose: 'Rekaman ini tidak memuat penutupan koneksi.',
    wasReset: (by, frame) => `Koneksi diputus oleh ${by} dengan RST (frame ${frame}).`,
    closed: (first, frame, second, segments) =>
      `${first === 'client' ? 'Client' : 'Server'} menutup lebih dulu: FIN di frame ${frame}` +
      (second === null
        ? '; FIN dari sisi lain tidak ada dalam rekaman.'
        : `, lalu FIN dari sisi lain di frame ${second}` +
          (segments === null ? '.' : `; penutupan memakai ${segments} segmen.`)),
    counts: (all, carrying) =>
      `Dari ${all} frame, ${carrying} membawa data; sisanya membuka, mengonfirmasi, atau menutup koneksi.`,
  },
  en: {
    numbers: NUMBER_TEXTS.en,
    title: 'TCP handshake',
    client: 'Output of the client',
    server: 'Output of the server',
    ladder: (client, server) => `Ladder of the connection ${client} → ${server}`,
    ladderAlt: 'Ladder diagram: each segment as an arrow between client and server.',
    frames: (client, server, more) =>
      `Frames of the connection ${client} → ${server} (seq and ack are relative)` +
      (more > 0 ? `; ${more} further frames are not shown` : ''),
    columns: {
      frame: 'Frame',
      seconds: 'Seconds',
      from: 'From',
      flags: 'Flags',
      sequence: 'Seq',
      acknowledgement: 'Ack',
      length: 'Bytes',
      text: 'Content',
    },
    noHandshake: 'This capture does not hold the whole handshake.',
    handshake: (frames, time) =>
      `Three segments opened the connection: SYN (frame ${frames[0]}), SYN-ACK (frame ${frames[1]}), ` +
      `ACK (frame ${frames[2]})` +
      (time === undefined ? '.' : `; from SYN to ACK ${time} passed.`),
    initialNumbers: (client, server) =>
      `Initial sequence numbers (ISN): client ${client}, server ${server}. Each was acknowledged with ISN + 1.`,
    noData: 'No data was sent in this capture.',
    saidNothing: (from) =>
      from === 'client' ? 'The client sent no data.' : 'The server sent no data.',
    said: (from, bytes, frames) =>
      `The ${from} sent ${NUMBER_TEXTS.en.count(bytes)} bytes (frame${frames.length > 1 ? 's' : ''} ${frames.join(', ')}).`,
    noClose: 'This capture does not hold the close of the connection.',
    wasReset: (by, frame) => `The ${by} reset the connection with RST (frame ${frame}).`,
    closed: (first, frame, second, segments) =>
      `The ${first} closed first: FIN in frame ${frame}` +
      (second === null
        ? '; the FIN of the other side is not in the capture.'
        : `, then the FIN of the other side in frame ${second}` +
          (segments === null ? '.' : `; the close took ${segments} segments.`)),
    counts: (all, carrying) =>
      `Of ${all} frames, ${carrying} carried data; the others opened, acknowledged or closed the connection.`,
  },
};
