import type { ProgramResult, RunningProgram } from '@praktikum/peers';
import { CodedError, codeOf, messageOf } from '@praktikum/protocol';
import type { CommandRecord } from '../evidence/evidence.ts';
import type { RunOptions } from './run-options.ts';
import { Transcript } from './transcript.ts';

type StartedOptions = RunOptions & Required<Pick<RunOptions, 'timeoutMs'>>;

/** How long a program may take to end when it is told to, before it is killed. */
const END_MS = 6000;

/** A program that an experiment has started. */
export class StartedCommand {
  /** As it is typed. */
  readonly command: string;
  readonly options: StartedOptions;
  readonly #program: RunningProgram;
  readonly #transcript = new Transcript();
  readonly #startedAt = new Date();
  readonly #began = performance.now();

  constructor(program: RunningProgram, command: string, options: StartedOptions) {
    this.#program = program;
    this.command = command;
    this.options = options;
    if (options.data === undefined) this.#transcript.listenTo(program.process.stdout);
    this.#transcript.listenTo(program.process.stderr);
  }

  /** What it has printed so far, both outputs in the order in which they came. */
  get printed(): string {
    return this.#transcript.text;
  }

  /** Its last word: why it failed, usually. */
  get lastLine(): string {
    const lines = this.printed.split('\n').filter((line) => line.trim() !== '');
    return lines.find((line) => /^(Kesalahan|Error): /.test(line)) ?? lines.at(-1) ?? '';
  }

  /**
   * Resolves with the first match in what it prints on standard output, line by line.
   * @throws CodedError `ERR_PROGRAM_ENDED`, `ERR_PROGRAM_TIMEOUT`
   */
  async line(pattern: RegExp): Promise<RegExpExecArray> {
    return pattern.exec(await this.#program.line(pattern).catch(this.#named))!;
  }

  /** Resolves once what it has printed, on either output, holds a match. */
  async printedMatch(pattern: RegExp): Promise<void> {
    const program = this.#program;
    const isPrinted = () => pattern.test(program.stdout + program.stderr);
    await program.until(String(pattern), isPrinted).catch(this.#named);
  }

  /**
   * Waits until it has ended and its output is complete.
   * @throws CodedError `ERR_PROGRAM_TIMEOUT`, `ERR_PROGRAM_PRINTED_TOO_MUCH`, `ERR_PROGRAM_NOT_STARTED`
   */
  toEnd(): Promise<ProgramResult> {
    return this.#program.toEnd().catch(this.#named);
  }

  /** Asks it to end, as Ctrl-C does. On Windows it ends at once. */
  interrupt(): void {
    this.#program.kill('SIGINT');
  }

  /** Ends it, by force if it takes too long. */
  async kill(): Promise<void> {
    this.#program.kill('SIGTERM');
    const timer = setTimeout(() => this.#program.kill('SIGKILL'), END_MS);
    await this.#program.toEnd().catch(() => undefined); // how it ended is of no matter any more
    clearTimeout(timer);
  }

  record({ code, signal }: ProgramResult): Omit<CommandRecord, 'output' | 'isStep'> {
    const { command } = this;
    const startedAt = this.#startedAt.toISOString();
    const duration = Math.round(performance.now() - this.#began);
    return { command, startedAt, duration, exitCode: code, signal };
  }

  /** Says which command it was that something is wrong with. */
  readonly #named = (error: unknown): never => {
    const { command, options } = this;
    throw new CodedError(codeOf(error), messageOf(error), {
      cause: error,
      details: { command, seconds: options.timeoutMs / 1000 },
    });
  };
}
