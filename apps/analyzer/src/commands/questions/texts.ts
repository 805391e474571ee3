import type { Catalogue } from '@praktikum/service';

export interface QuestionsTexts {
  readonly description: string;
  readonly title: (stream: number, count: number, client: string, server: string) => string;
  readonly datagramTitle: QuestionsTexts['title'];
  readonly nothing: string;
  readonly evidence: (frames: string) => string;
}

/** What the command says around the answers. */
export const QUESTIONS_TEXTS: Catalogue<QuestionsTexts> = {
  id: {
    description:
      'Pertanyaan laporan di panduan, lalu yang diajukan setiap praktikum TCP, masing-masing dijawab ' +
      'dari rekaman dengan nomor frame sebagai bukti, atau dengan apa yang kurang di dalamnya (✗).',
    title: (stream, count, client, server) =>
      `Stream ${stream} (banyaknya koneksi: ${count}): client ${client}, server ${server}`,
    datagramTitle: (stream, count, client, server) =>
      `UDP stream ${stream} (banyaknya percakapan: ${count}): client ${client}, server ${server}`,
    nothing: 'Tidak ada TCP atau UDP di rekaman ini (atau yang cocok dengan filternya).',
    evidence: (frames) => `Bukti: ${frames}`,
  },
  en: {
    description:
      'The questions of the guide, then those every TCP lab asks, each answered from the capture with ' +
      'frame numbers as evidence, or with what is missing in it (✗).',
    title: (stream, count, client, server) =>
      `Stream ${stream} (connections in all: ${count}): client ${client}, server ${server}`,
    datagramTitle: (stream, count, client, server) =>
      `UDP stream ${stream} (conversations in all: ${count}): client ${client}, server ${server}`,
    nothing: 'There is no TCP or UDP in this capture (or none that fits the filter).',
    evidence: (frames) => `Evidence: ${frames}`,
  },
};
