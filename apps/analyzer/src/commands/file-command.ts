import type { Command } from 'commander';
import { choiceOption, createCommand } from '@praktikum/service';
import type { Texts } from './texts.ts';

/** A command that reads one capture: `analyzer <name> FILE`. */
export function fileCommand(
  name: string,
  texts: Texts,
  description: string,
  argument: '<file>' | '[file]' = '<file>',
): Command {
  return createCommand(name, texts)
    .description(description)
    .argument(argument, texts.file)
    .addOption(choiceOption('--log-level <level>', texts.logLevel, ['info', 'debug'], 'info'));
}
