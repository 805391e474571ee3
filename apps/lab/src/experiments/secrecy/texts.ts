import type { Catalogue } from '@praktikum/service';
import { NUMBER_TEXTS, type NumberTexts } from '../../number-texts.ts';

type Run = 'plain' | 'tls';

/** What is said of listening with and without TLS. */
export interface SecrecyTexts {
  readonly numbers: NumberTexts;
  readonly title: string;
  readonly output: Readonly<Record<Run, string>>;
  readonly ladder: Readonly<Record<Run, string>>;
  readonly ladderAlt: string;
  readonly table: string;
  readonly runs: Readonly<Record<Run, string>>;
  readonly rows: Readonly<
    Record<'readable' | 'named' | 'frames' | 'sent' | 'received' | 'duration', string>
  >;
  readonly none: string;
  readonly readable: Readonly<Record<Run, (said: string, frames: readonly number[]) => string>>;
  readonly unreadable: Readonly<Record<Run, (said: string, frames: number) => string>>;
  readonly named: (name: string, frames: readonly number[]) => string;
  readonly stillSeen: Readonly<
    Record<Run, (client: string, server: string, sent: number, received: number) => string>
  >;
}

const inFrames = (frames: readonly number[]) => frames.join(', ');

export const SECRECY_TEXTS: Catalogue<SecrecyTexts> = {
  id: {
    numbers: NUMBER_TEXTS.id,
    title: 'Tanpa TLS dan dengan TLS',
    output: { plain: 'Keluaran client tanpa TLS', tls: 'Keluaran client dengan TLS' },
    ladder: { plain: 'Diagram tangga koneksi tanpa TLS', tls: 'Diagram tangga koneksi dengan TLS' },
    ladderAlt: 'Diagram tangga: setiap segmen sebagai panah antara client dan server.',
    table: 'Yang terlihat oleh penyadap',
    runs: { plain: 'Tanpa TLS', tls: 'Dengan TLS' },
    rows: {
      readable: 'Frame yang isinya terbaca',
      named: 'Frame dengan nama server terbaca',
      frames: 'Banyaknya frame',
      sent: 'Byte dari client',
      received: 'Byte dari server',
      duration: 'Lama koneksi',
    },
    none: 'tidak ada',
    readable: {
      plain: (said, frames) => `Tanpa TLS teks "${said}" terbaca di frame ${inFrames(frames)}.`,
      tls: (said, frames) => `Dengan TLS teks "${said}" terbaca di frame ${inFrames(frames)}.`,
    },
    unreadable: {
      plain: (said, frames) =>
        `Tanpa TLS teks "${said}" tidak ditemukan di ${frames} frame yang membawa data.`,
      tls: (said, frames) =>
        `Dengan TLS teks "${said}" tidak ditemukan di satu pun dari ${frames} frame yang membawa data.`,
    },
    named: (name, frames) => `Nama server "${name}" tetap terbaca di frame ${inFrames(frames)}.`,
    stillSeen: {
      plain: (client, server, sent, received) =>
        `Tanpa TLS juga terlihat siapa berbicara dengan siapa (${client} → ${server}) dan berapa banyak: ${NUMBER_TEXTS.id.count(sent)} byte dan ${NUMBER_TEXTS.id.count(received)} byte.`,
      tls: (client, server, sent, received) =>
        `Dengan TLS tetap terlihat siapa berbicara dengan siapa (${client} → ${server}), kapan, dan berapa banyak: ${NUMBER_TEXTS.id.count(sent)} byte dan ${NUMBER_TEXTS.id.count(received)} byte.`,
    },
  },
  en: {
    numbers: NUMBER_TEXTS.en,
    title: 'Plain and TLS',
    output: { plain: 'Output of the client without TLS', tls: 'Output of the client with TLS' },
    ladder: {
      plain: 'Ladder of the connection without TLS',
      tls: 'Ladder of the connection with TLS',
    },
    ladderAlt: 'Ladder diagram: each segment as an arrow between client and server.',
    table: 'What a listener sees',
    runs: { plain: 'Without TLS', tls: 'With TLS' },
    rows: {
      readable: 'Frames with readable text',
      named: 'Frames with the readable server name',
      frames: 'Frames',
      sent: 'Bytes from the client',
      received: 'Bytes from the server',
      duration: 'Duration of the connection',
    },
    none: 'none',
    readable: {
      plain: (said, frames) =>
        `Without TLS the text "${said}" can be read in frames ${inFrames(frames)}.`,
      tls: (said, frames) =>
        `With TLS the text "${said}" can be read in frames ${inFrames(frames)}.`,
    },
    unreadable: {
      plain: (said, frames) =>
        `Without TLS the text "${said}" was not found in the ${frames} frames that carry data.`,
      tls: (said, frames) =>
        `With TLS the text "${said}" was found in none of the ${frames} frames that carry data.`,
    },
    named: (name, frames) =>
      `The name of the server, "${name}", can still be read in frame ${inFrames(frames)}.`,
    stillSeen: {
      plain: (client, server, sent, received) =>
        `Without TLS it is also seen who talks to whom (${client} → ${server}) and how much: ${NUMBER_TEXTS.en.count(sent)} and ${NUMBER_TEXTS.en.count(received)} bytes.`,
      tls: (client, server, sent, received) =>
        `With TLS it is still seen who talks to whom (${client} → ${server}), when, and how much: ${NUMBER_TEXTS.en.count(sent)} and ${NUMBER_TEXTS.en.count(received)} bytes.`,
    },
  },
};
