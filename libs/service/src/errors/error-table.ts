import type { ErrorDetails } from '@praktikum/protocol';
import type { Catalogue, Language } from '../language.ts';

/** An error in the words of its reader. */
export interface Explanation {
  /** What happened, one sentence. */
  readonly message: string;
  /** What the reader can do next, in the order worth trying. */
  readonly remedies: readonly string[];
}

type Say = (details: ErrorDetails) => Explanation;

/** What one error code means, in both languages, and the exit code of a program that ends by it. */
export interface ErrorEntry extends Catalogue<Say> {
  readonly exitCode: number;
}

/** Errors that can reach a user, by their stable codes. */
export type ErrorTable = Readonly<Record<string, ErrorEntry>>;

/** What exit codes mean. A number means the same in every program. */
type ExitCodes = Readonly<Record<number, Catalogue<string>>>;

/** A code of a log line, and the event that it stands with. */
interface LogCode extends Catalogue<string> {
  readonly event: string;
}

/** What programs of one kind can end by. An `errors.ts` exports it as `ERRORS`, for docs/EXIT-CODES.md. */
export interface ProgramErrors {
  /** Those that `errors` lead to. */
  readonly exitCodes: ExitCodes;
  /** What they can end by. */
  readonly errors: ErrorTable;
  /** What stands as `code` in lines of their log and never ends them. */
  readonly logCodes?: Readonly<Record<string, LogCode>>;
}

/** Codes of log lines and what they mean, in the language of the log. */
export type LogWords = Readonly<Record<string, string>>;

export function logWords({ logCodes = {} }: ProgramErrors, language: Language): LogWords {
  return Object.fromEntries(Object.entries(logCodes).map(([code, of]) => [code, of[language]]));
}

/** The codes of several together. */
export function joinErrors(...parts: readonly ProgramErrors[]): ProgramErrors {
  const joined = <T extends object>(of: (part: ProgramErrors) => T | undefined) =>
    Object.assign({}, ...parts.map(of)) as T;
  return {
    exitCodes: joined(({ exitCodes }) => exitCodes),
    errors: joined(({ errors }) => errors),
    logCodes: joined(({ logCodes }) => logCodes),
  };
}
