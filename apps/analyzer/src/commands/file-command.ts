import type { Command } from 'commander';
import { CodedError } from '@praktikum/protocol';
import { choiceOption, createCommand } from '@praktikum/service';
import type { Texts } from './texts.ts';

/**
 * A command that reads one capture: `analyzer <name> FILE`. That it is missing is for {@link requireFile} to
 * say, in words that help more than a count of arguments.
 */
export function fileCommand(name: string, texts: Texts, description: string): Command {
  return createCommand(name, texts)
    .description(description)
    .argument('[file]', texts.file)
    .addOption(choiceOption('--log-level <level>', texts.logLevel, ['info', 'debug'], 'info'));
}

/**
 * The file that a command was given.
 * @param command name of the command, for the error
 * @throws CodedError `ERR_NO_CAPTURE`
 */
export function requireFile(file: string | undefined, command: string): string {
  if (file !== undefined) return file;
  throw new CodedError('ERR_NO_CAPTURE', 'no capture is named', { details: { command } });
}
