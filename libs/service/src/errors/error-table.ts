import type { ErrorDetails } from '@praktikum/protocol';
import type { ExitCode } from './exit-codes.ts';
import type { Catalogue } from '../language.ts';

/** An error in the words of its reader. */
export interface Explanation {
  /** What happened, one sentence. */
  readonly message: string;
  /** What the reader can do next, in the order worth trying. */
  readonly remedies: readonly string[];
}

type Explain = (details: ErrorDetails) => Explanation;

/** What one error code means, in both languages, and the exit code of a program that ends by it. */
export interface ErrorEntry extends Catalogue<Explain> {
  readonly exitCode: ExitCode;
}

/** Every error that can reach a user, by its stable code. */
export type ErrorTable = Readonly<Record<string, ErrorEntry>>;
