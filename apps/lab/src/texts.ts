import { PROGRAM_TEXTS, type Catalogue, type ProgramTexts } from '@praktikum/service';
import { PRACTICUM_TEXTS, type PracticumTexts } from './practicum/texts.ts';
import { REPORT_COMMAND_TEXTS, type ReportCommandTexts } from './report/command-texts.ts';
import { RELAY_TEXTS, type RelayTexts } from './relay/texts.ts';

/** All that the lab says. */
export interface Texts extends ProgramTexts {
  readonly description: string;
  readonly logLevel: string;
  readonly practicum: PracticumTexts;
  readonly reportCommand: ReportCommandTexts;
  readonly relay: RelayTexts;
}

export const TEXTS: Catalogue<Texts> = {
  id: {
    ...PROGRAM_TEXTS.id,
    description:
      'Menjalankan praktikum dari langkah pertama sampai laporannya. Tanpa perintah: start. Pilihannya: lab start --help',
    logLevel: 'debug menampilkan asal kesalahan yang tidak terduga',
    practicum: PRACTICUM_TEXTS.id,
    reportCommand: REPORT_COMMAND_TEXTS.id,
    relay: RELAY_TEXTS.id,
  },
  en: {
    ...PROGRAM_TEXTS.en,
    description:
      'Runs the practicum from its first step to its report. Without a command: start. Its options: lab start --help',
    logLevel: 'debug shows where an unexpected error came from',
    practicum: PRACTICUM_TEXTS.en,
    reportCommand: REPORT_COMMAND_TEXTS.en,
    relay: RELAY_TEXTS.en,
  },
};
