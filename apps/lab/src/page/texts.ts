import type { Catalogue } from '@praktikum/service';
import type { Machine } from '../evidence/evidence.ts';

interface PageTexts {
  /** The language's own name. */
  readonly name: string;
  readonly title: string;
  readonly machine: (machine: Machine) => string;
  readonly notYet: string;
  readonly commands: string;
  readonly files: string;
}

export const PAGE_TEXTS: Catalogue<PageTexts> = {
  id: {
    name: 'Bahasa Indonesia',
    title: 'Hasil praktikum',
    machine: ({ host, system }) => `Diamati di komputer ${host} (${system}).`,
    notYet: 'Belum dijalankan.',
    commands: 'Perintah yang dijalankan',
    files: 'Berkas:',
  },
  en: {
    name: 'English',
    title: 'Results of the practicum',
    machine: ({ host, system }) => `Observed on the machine ${host} (${system}).`,
    notYet: 'Not run yet.',
    commands: 'Commands that were run',
    files: 'Files:',
  },
};
