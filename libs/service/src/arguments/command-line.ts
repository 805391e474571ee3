import { Command, CommanderError, Help, type Option } from 'commander';
import { CodedError } from '@praktikum/protocol';
import type { CommandLineTexts, ProgramTexts } from '../texts.ts';

/** A command whose help, and whose complaints about arguments, are in the user's language. */
export function createCommand(
  name: string,
  { commandLine: texts }: Pick<ProgramTexts, 'commandLine'>,
): Command {
  return new Command(name)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp(localizedHelp(texts))
    .helpCommand(false)
    .helpOption('-h, --help', texts.help)
    .option('--lang <id|en>', texts.lang);
}

function localizedHelp({ words, default: initially }: CommandLineTexts): Partial<Help> {
  const original = new Help();
  const localized = (text: string) =>
    text.replace(/\[(options|command)\]/g, (placeholder) => words[placeholder] ?? placeholder);
  return {
    styleTitle: (title) => words[title] ?? title,
    commandUsage: (command) => localized(original.commandUsage(command)),
    subcommandTerm: (command) => localized(original.subcommandTerm(command)),
    optionDescription: ({ description, defaultValue, defaultValueDescription }: Option) => {
      const shown = defaultValueDescription ?? defaultValue;
      const hidden = shown === undefined || typeof shown === 'boolean';
      return hidden ? description : `${description} (${initially}: ${shown})`;
    },
  };
}

/** The lines below the help text: the exit codes this program may end with. */
export function exitCodeHelp(
  { exit }: CommandLineTexts,
  meanings: readonly (readonly [code: string, meaning: string])[],
): string {
  return ['', exit, ...meanings.map(([code, meaning]) => `  ${code.padEnd(4)} ${meaning}`)].join(
    '\n',
  );
}

/**
 * What commander found wrong, as an error of ours. Its message quotes the argument it is about:
 * `error: unknown option '-x'`.
 */
export function usageError(error: CommanderError): CodedError {
  const [, value = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const code = usageCode(error.code);
  return new CodedError(code, error.message, { details: { value }, cause: error });
}

function usageCode(commanders: string) {
  if (commanders === 'commander.unknownOption') return 'ERR_OPTION_UNKNOWN';
  return commanders === 'commander.optionMissingArgument' ? 'ERR_OPTION_MISSING' : 'ERR_ARGUMENTS';
}
