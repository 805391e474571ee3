import type { Catalogue } from '@praktikum/service';

interface Texts {
  readonly description: string;
  readonly megabytes: string;
  readonly rounds: string;
  readonly out: string;
  readonly captures: string;
  readonly making: (megabytes: string) => string;
}

export const CAPTURE_BENCH_TEXTS: Catalogue<Texts> = {
  id: {
    description:
      'Mengukur analyzer, tshark, dan tcptrace pada rekaman besar yang dibuat oleh bench sendiri.',
    megabytes: 'ukuran rekaman dalam MB',
    rounds: 'jumlah putaran',
    out: 'folder untuk hasil',
    captures: 'folder untuk membuat dan menyimpan rekaman',
    making: (megabytes) => `menyiapkan rekaman ${megabytes} MB`,
  },
  en: {
    description:
      'Measures the analyzer, tshark and tcptrace on a large capture that the bench makes itself.',
    megabytes: 'size of the capture in MB',
    rounds: 'number of rounds',
    out: 'folder for the results',
    captures: 'folder where captures are made and kept',
    making: (megabytes) => `preparing a capture of ${megabytes} MB`,
  },
};
