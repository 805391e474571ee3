import type { Catalogue } from '@praktikum/service';
import type { ExperimentState } from '../evidence/evidence.ts';

interface ExhibitTexts {
  readonly lost: (file: string) => string;
  readonly elsewhere: string;
  readonly states: Readonly<Record<ExperimentState, string>>;
  readonly at: (when: Date) => string;
  readonly frames: (count: number) => string;
  readonly more: (frames: number) => string;
  readonly missing: string;
  readonly times: (count: number) => string;
}

export const EXHIBIT_TEXTS: Catalogue<ExhibitTexts> = {
  id: {
    lost: (file) => `TIDAK ADA: berkas ${file} hilang dari hasil praktikum.`,
    elsewhere: '(direkam di tempat lain)',
    states: {
      done: 'Selesai.',
      partly: 'Selesai sebagian.',
      impossible: 'Tidak dijalankan.',
      failed: 'Gagal.',
    },
    at: (when) =>
      `Dijalankan ${when.toLocaleString('id-ID', { dateStyle: 'long', timeStyle: 'short' })}.`,
    frames: () => 'frame',
    more: (frames) => ` dan ${frames} lagi`,
    missing: 'TIDAK TERAMATI:',
    times: (count) => `(${count} kali)`,
  },
  en: {
    lost: (file) => `MISSING: the file ${file} is gone from the results.`,
    elsewhere: '(recorded elsewhere)',
    states: { done: 'Done.', partly: 'Partly done.', impossible: 'Not run.', failed: 'Failed.' },
    at: (when) =>
      `Run on ${when.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })}.`,
    frames: (count) => (count === 1 ? 'frame' : 'frames'),
    more: (frames) => ` and ${frames} more`,
    missing: 'NOT OBSERVED:',
    times: (count) => `(${count} times)`,
  },
};
