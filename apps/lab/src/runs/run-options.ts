import type { Language } from '@praktikum/service';

/** How one program is run. */
export interface RunOptions {
  /** The file that it reads from standard input, in the folder of the experiment. Default: nothing. */
  readonly inputFrom?: string;
  /** The file that takes what it prints, in the folder of the experiment. Default: none is kept. */
  readonly output?: string;
  /** The file that takes standard output, where that is data: then it is no part of what was printed. */
  readonly data?: string;
  /** How it is shown, where that is not how it was started. */
  readonly typed?: string;
  /** Default: that of the practicum. */
  readonly language?: Language;
  /** Whether it only reads what has come of the experiment, and is no step of it. Default: false. */
  readonly isAside?: boolean;
  /** Longest that it may run, in milliseconds. Default: 5 minutes. */
  readonly timeoutMs?: number;
  /** Exit codes that are a result, or `any` where how it ends is of no matter. Default: 0 alone. */
  readonly accepts?: readonly number[] | 'any';
}
