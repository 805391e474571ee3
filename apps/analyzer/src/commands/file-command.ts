import type { Command } from 'commander';
import { choiceOption, createCommand, type Language, PROGRAM_TEXTS } from '@praktikum/service';
import { TEXTS } from './texts.ts';

/** A command that reads one capture: `analyzer <name> FILE`. */
export function fileCommand(
  name: string,
  language: Language,
  description: string,
  argument: '<file>' | '[file]' = '<file>',
): Command {
  const texts = TEXTS[language];
  return createCommand(name, PROGRAM_TEXTS[language])
    .description(description)
    .argument(argument, texts.file)
    .addOption(choiceOption('--log-level <level>', texts.logLevel, ['info', 'debug'], 'info'));
}
