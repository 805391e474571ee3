import { inspect } from 'node:util';
import { CommanderError, type Command } from 'commander';
import {
  commandMeant,
  createCommand,
  exitCodeHelp,
  usageError,
} from '../arguments/command-line.ts';
import { ERRORS } from '../errors.ts';
import { joinErrors, type ProgramErrors } from '../errors/error-table.ts';
import { explain, type Explain } from '../errors/explain.ts';
import { detectLanguage, languageOf, type Language } from '../language.ts';
import { printError } from '../errors/print-error.ts';
import { PROGRAM_TEXTS } from '../texts.ts';
import { waitsForReaders, writeError } from '../terminal/standard-error.ts';
import { letReaderLeave, requireStandardOutput } from './standard-output.ts';

/**
 * How long the process of a server may outlive it.
 * @unit ms
 * @against an end that waits for standard output or standard error to be read
 * @provenBy ../../../testing/src/unread-output-suite.ts: ends in time while nobody reads %s
 */
const OUTLIVE_MS = 500;

/** The exit code of wrong arguments. */
const USAGE = 2;

/** What ends a program whose command was mistyped and taken for a host: wrong arguments, an unknown name. */
const MAY_BE_A_COMMAND = [USAGE, 8];

const NO_OTHERS: ProgramErrors = { exitCodes: {}, errors: {} };

/** What a program is made of. */
export interface ProgramDefinition {
  /** The name of its Nx project. */
  readonly name: string;
  /** What it can end by beside what every program can, from its `src/errors.ts`. Default: nothing. */
  readonly errors?: ProgramErrors;
  /**
   * Gives the command its description, options and action.
   * @param explain puts errors into words where they do not end the program
   */
  readonly define: (command: Command, language: Language, explain: Explain) => void;
}

/**
 * Runs a program from its arguments to its exit code. An error ends it with an explanation in the
 * user's language; the stack is shown only with `--log-level debug`.
 */
export async function runProgram(
  { name, errors = NO_OTHERS, define }: ProgramDefinition,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const all = joinErrors(ERRORS, errors);
  let language = languageOf(process.env);
  let command: Command | undefined;
  const inWords: Explain = (error) => explain(error, language, all.errors);
  const fail = (error: unknown) => {
    const { failure } = PROGRAM_TEXTS[language];
    const explained = inWords(error);
    const { exitCode, remedies } = explained;
    const meant = MAY_BE_A_COMMAND.includes(exitCode) && command && commandMeant(command);
    const first = meant ? [failure.commandMeant(`${name} ${meant}`)] : [];
    printError({ ...explained, remedies: [...first, ...remedies] }, failure);
    const isUsage = exitCode === USAGE;
    if (wantsStack(args) && !isUsage && error instanceof Error) writeError(`${inspect(error)}\n`);
    process.exitCode = exitCode;
  };
  process.once('uncaughtException', (error) => {
    fail(error);
    process.exit();
  });
  requireStandardOutput();
  try {
    language = detectLanguage(args, process.env);
    const texts = PROGRAM_TEXTS[language];
    command = createCommand(name, texts);
    define(command, language, inWords);
    // 'afterAll': below the help of a subcommand too.
    command.addHelpText('afterAll', () => {
      letReaderLeave();
      return exitCodeHelp(texts.commandLine, exitCodesIn(language, all));
    });
    await command.parseAsync(withHelpOption(args), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) fail(error);
    else if (error.exitCode !== 0) fail(usageError(error)); // 0: --help was printed
  }
  // What Node itself still has to say to somebody who does not read it is no reason to stay.
  if (!waitsForReaders()) setTimeout(() => process.exit(), OUTLIVE_MS).unref();
}

/** `client help swarm` is `client swarm --help`. */
function withHelpOption(args: readonly string[]): readonly string[] {
  return args[0] === 'help' ? [...args.slice(1), '--help'] : args;
}

function exitCodesIn(language: Language, { exitCodes }: ProgramErrors) {
  return Object.entries(exitCodes).map(([code, meaning]) => [code, meaning[language]] as const);
}

function wantsStack(args: readonly string[]): boolean {
  const at = args.indexOf('--log-level');
  return args.includes('--log-level=debug') || (at !== -1 && args[at + 1] === 'debug');
}
