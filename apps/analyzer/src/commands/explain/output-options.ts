import type { Command } from 'commander';
import type { Language } from '@praktikum/service';
import type { OutputFiles } from '../../report/write-outputs.ts';
import { EXPLAIN_TEXTS } from './texts.ts';

/** Adds `--html`, `--svg`, `--csv` and `--force` to a command. */
export function addOutputOptions(command: Command, language: Language): Command {
  const { options: texts } = EXPLAIN_TEXTS[language];
  return command
    .option('--html <file>', texts.html)
    .option('--svg <file>', texts.svg)
    .option('--csv <file>', texts.csv)
    .option('--force', texts.force);
}

/** Whether a file is to be written. */
export function wantsFiles({ html, svg, csv }: OutputFiles): boolean {
  return (html ?? svg ?? csv) !== undefined;
}
