import type { Command } from 'commander';
import type { OutputFiles } from '../../report/write-outputs.ts';
import type { ExplainTexts } from './texts.ts';

/** Adds `--html`, `--svg`, `--csv` and `--force` to a command. */
export function addOutputOptions(command: Command, { options: texts }: ExplainTexts): Command {
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
