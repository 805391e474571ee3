import type { Catalogue } from '@praktikum/service';

export interface StoppingTexts {
  readonly options: Record<'for' | 'untilIdle' | 'with', string>;
  readonly hint: string;
  readonly programFailed: (status: string | number) => string;
}

/** What is said of the end of a capture that is under way. */
export const STOPPING_TEXTS: Catalogue<StoppingTexts> = {
  id: {
    options: {
      for: 'berhenti setelah waktu ini, misalnya 30s',
      untilIdle: 'berhenti setelah diam selama ini, dihitung dari paket pertama',
      with: 'jalankan perintah ini selama perekaman, dan berhenti setelah ia selesai',
    },
    hint: 'Jalankan server dan client sekarang; berhenti: Ctrl-C',
    programFailed: (status) => `Perintah itu berakhir dengan status ${status}.`,
  },
  en: {
    options: {
      for: 'stop after this time, such as 30s',
      untilIdle: 'stop after this much silence, counted from the first packet',
      with: 'run this command during the capture, and stop when it has ended',
    },
    hint: 'Start server and client now; stop: Ctrl-C',
    programFailed: (status) => `The command ended with status ${status}.`,
  },
};
