import type { Catalogue } from '@praktikum/service';

export interface OutputTexts {
  readonly written: (file: string) => string;
  readonly open: string;
  readonly nothing: (file: string) => string;
  /** In the HTML report itself, where the browser runs no programs. */
  readonly noScript: string;
}

/** What `explain` says of the files it writes. */
export const OUTPUT_TEXTS: Catalogue<OutputTexts> = {
  id: {
    written: (file) => `Tersimpan: ${file}`,
    open: 'Buka di peramban; tidak perlu jaringan.',
    nothing: (file) => `Tidak ada percakapan TCP atau UDP, jadi ${file} tidak ditulis.`,
    noScript: 'Laporan ini digambar oleh program di dalamnya: izinkan JavaScript untuk berkas ini.',
  },
  en: {
    written: (file) => `Saved: ${file}`,
    open: 'Open it in a browser; it needs no network.',
    nothing: (file) => `There is no TCP or UDP conversation, so ${file} was not written.`,
    noScript: 'This report is drawn by a program inside of it: allow JavaScript for this file.',
  },
};
