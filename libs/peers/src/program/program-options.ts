/**
 * Longest wait for a line, an event or the end of a program, when `timeoutMs` says nothing else.
 * @unit ms
 * @against a script that waits for ever for a program that hangs
 * @provenBy ./running-program.spec.ts: ends a program that does not end in time, and shows what it printed
 */
const DEFAULT_TIMEOUT_MS = 60_000;

/**
 * Most that is kept of what a program prints, when `maxOutputBytes` says nothing else.
 * @unit bytes
 * @against a program that prints without end and fills the memory
 * @provenBy ./running-program.spec.ts: ends a program that prints more than is kept
 */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** How a program is started. */
export interface ProgramOptions {
  /**
   * Variables on top of this process's own; undefined removes one. Those of Nx, of Node and of the test
   * runner are left out, and the language is Indonesian unless it is chosen here.
   */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** The folder it runs in. Default: that of this process. */
  readonly cwd?: string;
  /** Written to standard input, which is then closed. Without it standard input is empty. */
  readonly input?: string | Uint8Array;
  /** Leaves standard input open after `input`: a person who types, or a pipe that never ends. */
  readonly keepInputOpen?: boolean;
  /** What takes standard output: the path of a file or device, or a function. Then none of it is kept. */
  readonly stdoutTo?: string | ((chunk: Buffer) => void);
  /** Path of a file or device that takes standard error, none of which is then kept. */
  readonly stderrTo?: string;
  /** Starts it in a process group of its own: signals reach what it has started, as Ctrl-C does. */
  readonly ownGroup?: boolean;
  /** Longest wait for a line, an event or the end. Default: 60 s. */
  readonly timeoutMs?: number;
  /** Most that is kept of what it prints; one that prints more is ended. Default: 64 MiB. */
  readonly maxOutputBytes?: number;
}

export type CompleteProgramOptions = ProgramOptions &
  Required<Pick<ProgramOptions, 'timeoutMs' | 'maxOutputBytes'>>;

/** The options with the default limits. */
export function completeOptions(options: ProgramOptions): CompleteProgramOptions {
  return { timeoutMs: DEFAULT_TIMEOUT_MS, maxOutputBytes: MAX_OUTPUT_BYTES, ...options };
}

/** The environment of a program, which is not to depend on who starts it. */
export function environmentOf({ env = {} }: ProgramOptions): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_OPTIONS|NX_|TALLY_|JEST_|FORCE_COLOR|LC_|LANG)/.test(name),
  );
  return { ...Object.fromEntries(own), LANG: 'id_ID.UTF-8', ...env };
}
