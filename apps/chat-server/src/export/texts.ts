import type { Catalogue } from '@praktikum/service';

interface ExportTexts {
  readonly description: string;
  readonly channel: string;
  readonly data: string;
  readonly format: string;
  readonly out: string;
  readonly force: string;
  readonly written: (path: string, messages: number) => string;
}

/** What a user of the export reads. */
export const EXPORT_TEXTS: Catalogue<ExportTexts> = {
  id: {
    description:
      'Menuliskan percakapan sebuah channel sebagai teks atau CSV, juga selagi server berjalan. Tanpa --out, ke layar.',
    channel: 'channel yang ditulis, dengan # atau tanpa #',
    data: 'folder data server chat',
    format: 'text (satu pesan satu baris) atau csv (untuk spreadsheet)',
    out: 'tulis ke berkas ini',
    force: 'ganti berkas yang sudah ada',
    written: (path, messages) => `${messages} pesan ditulis ke ${path}.`,
  },
  en: {
    description:
      'Writes what was said in a channel as text or CSV, also while the server runs. Without --out, to the screen.',
    channel: 'the channel to write, with # or without',
    data: 'folder of the data of the chat server',
    format: 'text (one message a line) or csv (for a spreadsheet)',
    out: 'write to this file',
    force: 'replace a file that exists',
    written: (path, messages) => `${messages} messages were written to ${path}.`,
  },
};
