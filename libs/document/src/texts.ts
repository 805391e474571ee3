import type { Catalogue } from '@praktikum/protocol';

/** The words of the document itself; all others are its author's. */
export interface DocumentTexts {
  /** BCP 47, for metadata and for hyphenation and spelling of the reader's program. */
  readonly lang: string;
  readonly contents: string;
  /** What figures are called in captions, in references and in the field of their numbers. */
  readonly figure: string;
  readonly table: string;
  readonly page: string;
}

export const DOCUMENT_TEXTS: Catalogue<DocumentTexts> = {
  id: {
    lang: 'id-ID',
    contents: 'Daftar Isi',
    figure: 'Gambar',
    table: 'Tabel',
    page: 'Halaman',
  },
  en: {
    lang: 'en-GB',
    contents: 'Contents',
    figure: 'Figure',
    table: 'Table',
    page: 'Page',
  },
};
