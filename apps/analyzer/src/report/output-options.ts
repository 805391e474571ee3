import type { Command } from 'commander';
import type { Language } from '@praktikum/service';
import { OUTPUT_TEXTS } from './texts/output-texts.ts';

/** The files that an explanation is written into. */
export interface OutputOptions {
  readonly html?: string;
  readonly svg?: string;
  readonly csv?: string;
  /** Whether files that are there already are replaced. */
  readonly force?: boolean;
}

/** Adds `--html`, `--svg`, `--csv` and `--force` to a command. */
export function addOutputOptions(command: Command, language: Language): Command {
  const { options: texts } = OUTPUT_TEXTS[language];
  return command
    .option('--html <file>', texts.html)
    .option('--svg <file>', texts.svg)
    .option('--csv <file>', texts.csv)
    .option('--force', texts.force);
}

/** Whether a file is to be written. */
export function wantsFiles({ html, svg, csv }: OutputOptions): boolean {
  return (html ?? svg ?? csv) !== undefined;
}
