import type { Command } from 'commander';
import { choiceOption, createCommand, runInterruptible, type Language } from '@praktikum/service';
import { RESULTS } from '../practicum/results-folder.ts';
import type { Texts } from '../texts.ts';
import { REPORT, writeReport } from './write-report.ts';

interface ReportOptions {
  readonly results: string;
  readonly out: string;
  readonly draft?: boolean;
}

/** `lab report`: the report of the practicum as DOCX, PDF and HTML. */
export function reportCommand(language: Language, texts: Texts): Command {
  const { summary, description, options } = texts.reportCommand;
  return createCommand('report', texts)
    .summary(summary)
    .description(description)
    .option('--results <folder>', options.results, RESULTS)
    .option('--out <folder>', options.out, REPORT)
    .option('--draft', options.draft)
    .addOption(choiceOption('--log-level <level>', texts.logLevel, ['info', 'debug'], 'info'))
    .action(({ results, out, draft = false }: ReportOptions) =>
      runInterruptible((signal) => writeReport({ results, out, draft, language, signal })),
    );
}
