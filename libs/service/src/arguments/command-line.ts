import { Command, CommanderError, Help, type Option } from 'commander';
import { CodedError } from '@praktikum/protocol';
import { terminalWidth } from '../terminal/terminal-width.ts';
import { wrapText } from '../terminal/wrap-text.ts';
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

/** What an option means, and what it is without being given. */
export function withDefault(
  text: string,
  value: unknown,
  { default: initially }: Pick<CommandLineTexts, 'default'>,
): string {
  return `${text} (${initially}: ${value})`;
}

function localizedHelp(texts: CommandLineTexts): Partial<Help> {
  const { words } = texts;
  const original = new Help();
  const localized = (text: string) =>
    text.replace(/\[(options|command)\]/g, (placeholder) => words[placeholder] ?? placeholder);
  return {
    styleTitle: (title) => words[title] ?? title,
    commandUsage: (command) => localized(original.commandUsage(command)),
    subcommandTerm: (command) => localized(original.subcommandTerm(command)),
    formatItem: (term, termWidth, description, helper) =>
      isRoomBeside(termWidth, helper)
        ? original.formatItem.call(helper, term, termWidth, description, helper)
        : `  ${term}\n${wrapText(description, helper.helpWidth ?? Infinity, '      ')}`,
    optionDescription: ({ description, defaultValue, defaultValueDescription }: Option) => {
      const shown = defaultValueDescription ?? defaultValue;
      const hidden = shown === undefined || typeof shown === 'boolean';
      return hidden ? description : withDefault(description, shown, texts);
    },
  };
}

/** On a narrow terminal a meaning stands below what it is of: commander would not wrap it any more. */
function isRoomBeside(termWidth: number, { helpWidth = Infinity, minWidthToWrap }: Help): boolean {
  return helpWidth - termWidth - '    '.length >= minWidthToWrap;
}

/** The lines below the help text: the exit codes this program may end with. */
export function exitCodeHelp(
  { exit }: CommandLineTexts,
  meanings: readonly (readonly [code: string, meaning: string])[],
): string {
  const width = terminalWidth(process.stdout);
  const lines = meanings.map(([code, meaning]) => wrapText(meaning, width, `  ${code.padEnd(4)} `));
  return ['', exit, ...lines].join('\n');
}

/**
 * What commander found wrong, as an error of ours. Its message quotes the argument that it is about, and
 * names a word that exists and looks like it: `error: unknown command 'swram'\n(Did you mean swarm?)`.
 */
export function usageError(error: CommanderError): CodedError {
  const [, value = ''] = /'([^']*)'/.exec(error.message) ?? [];
  return new CodedError(usageCode(error.code), error.message, {
    details: { value, nearest: suggestionIn(error.message) ?? '' },
    cause: error,
  });
}

/** Commander's codes for what a user can do wrong, and ours. */
function usageCode(commanders: string) {
  if (commanders === 'commander.unknownOption') return 'ERR_OPTION_UNKNOWN';
  if (commanders === 'commander.unknownCommand') return 'ERR_COMMAND_UNKNOWN';
  if (commanders === 'commander.help') return 'ERR_COMMAND_MISSING';
  return commanders === 'commander.optionMissingArgument' ? 'ERR_OPTION_MISSING' : 'ERR_ARGUMENTS';
}

/** The first word that commander suggests: `(Did you mean one of --host, --port?)`. */
function suggestionIn(message: string): string | undefined {
  return /\(Did you mean (?:one of )?([^\s,?]+)/.exec(message)?.[1];
}

/**
 * The command of a program that somebody may have meant with the first word behind it, where that is no
 * command and the program takes such words, such as hosts. Commander itself says which is near.
 */
export function commandMeant({ args: [word], commands }: Command): string | undefined {
  const names = commands.map((command) => command.name());
  if (word === undefined || word.startsWith('-')) return undefined; // an option of the default command
  if (names.length === 0 || names.includes(word)) return undefined;
  const probe = new Command()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .helpCommand(false);
  for (const name of names) probe.command(name);
  try {
    probe.parse(['--', word], { from: 'user' });
    return undefined;
  } catch (error) {
    return suggestionIn((error as CommanderError).message);
  }
}
