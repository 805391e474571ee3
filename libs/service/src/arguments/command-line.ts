import { Command, CommanderError, Help, type Option } from 'commander';
import { CodedError } from '@praktikum/protocol';
import type { ExitCodes } from '../errors/error-table.ts';
import type { Catalogue, Language } from '../language.ts';

const WORDS = {
  id: {
    'Usage:': 'Pemakaian:',
    'Arguments:': 'Argumen:',
    'Options:': 'Pilihan:',
    'Commands:': 'Perintah:',
    '[options]': '[pilihan]',
    '[command]': '[perintah]',
    default: 'bawaan',
    help: 'tampilkan bantuan ini',
    lang: 'bahasa keluaran: id atau en (bawaan: bahasa sistem, lalu id)',
    exit: 'Status keluar:',
  },
  en: {
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
    'Commands:': 'Commands:',
    '[options]': '[options]',
    '[command]': '[command]',
    default: 'default',
    help: 'show this help',
    lang: 'language of the output: id or en (default: the language of the system, then id)',
    exit: 'Exit status:',
  },
} satisfies Catalogue<Record<string, string>>;

/** A command whose help, and whose complaints about arguments, are in the user's language. */
export function createCommand(name: string, language: Language): Command {
  const words = WORDS[language];
  return new Command(name)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp(localizedHelp(language))
    .helpCommand(false)
    .helpOption('-h, --help', words.help)
    .option('--lang <id|en>', words.lang);
}

function localizedHelp(language: Language): Partial<Help> {
  const words: Record<string, string> = WORDS[language];
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
      return hidden ? description : `${description} (${words.default}: ${shown})`;
    },
  };
}

/** The lines below the help text: the exit codes this program may end with. */
export function exitCodeHelp(exitCodes: ExitCodes, language: Language): string {
  const rows = Object.entries(exitCodes).map(
    ([code, meaning]) => `  ${code.padEnd(4)} ${meaning[language]}`,
  );
  return ['', WORDS[language].exit, ...rows].join('\n');
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
