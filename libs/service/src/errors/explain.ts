import {
  CodedError,
  codeOf,
  escapeControls,
  messageOf,
  type ErrorDetails,
} from '@praktikum/protocol';
import type { ErrorTable, Explanation } from './error-table.ts';
import type { Language } from '../language.ts';
import { PROGRAM_ERRORS } from './program-errors.ts';

/** How systems say that no descriptor is free: in this process, in all of them. */
const TOO_MANY_FILES = ['EMFILE', 'ENFILE'];

/**
 * How Node says that no descriptor was free for what it needed itself:
 * `Worker initialization failure: EMFILE`, `Cannot read package config …: too many open files.`
 */
const OUT_OF_FILES = /^Worker initialization failure: E[MN]FILE$|: too many open files\.$/;

/**
 * How much of a value an explanation quotes: more than a path has (PATH_MAX would fill a screen).
 * @unit characters
 * @against an explanation that nobody finds below the argument that it quotes
 * @provenBy ./explain.spec.ts: quotes only the beginning of a value that fills the screen
 */
const SHOWN_CHARACTERS = 1000;

/** Puts errors into the words of one reader. */
export type Explain = (error: unknown) => ExplainedError;

export interface ExplainedError extends Explanation {
  readonly code: string;
  readonly exitCode: number;
}

/**
 * Puts an error into the words of its reader. One that no table knows is `ERR_UNEXPECTED` with its
 * own message: that is a gap in a table, and worth reporting.
 */
export function explain(error: unknown, language: Language, table: ErrorTable): ExplainedError {
  const code = outOfFiles(error) ?? codeOf(error);
  const entry = table[code];
  if (entry !== undefined && (error instanceof CodedError || TOO_MANY_FILES.includes(code))) {
    const details = error instanceof CodedError ? harmless(error.details) : {};
    return { code, exitCode: entry.exitCode, ...entry[language](details) };
  }
  const reason = escapeControls(messageOf(error));
  const { exitCode, ...texts } = PROGRAM_ERRORS.ERR_UNEXPECTED;
  return { code, exitCode, ...texts[language]({ reason }) };
}

/**
 * Values that came from a command line or a peer, for a terminal: no escape sequence in them works,
 * and of one that fills the screen its beginning is shown.
 */
function harmless(details: ErrorDetails): ErrorDetails {
  const shown = Object.entries(details).map(([name, value]) => {
    if (typeof value === 'number') return [name, value] as const;
    const text = escapeControls(value);
    return [name, text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text];
  });
  return Object.fromEntries(shown) as ErrorDetails;
}

/** The code of what is behind an error, whatever failed by it, when that is a want of descriptors. */
function outOfFiles(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  const code = codeOf(error);
  if (TOO_MANY_FILES.includes(code)) return code;
  if (error instanceof CodedError) return outOfFiles(error.cause);
  return OUT_OF_FILES.test(messageOf(error)) ? 'EMFILE' : undefined;
}
