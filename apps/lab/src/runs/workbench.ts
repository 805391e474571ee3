import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  startCommand,
  startProgram,
  type ProgramOptions,
  type ProgramResult,
  type RunningProgram,
} from '@praktikum/peers';
import { CodedError } from '@praktikum/protocol';
import { endWithProcess, outputError, type Language } from '@praktikum/service';
import type { CommandRecord } from '../evidence/evidence.ts';
import { programOf, quoted, typedCommand, type LabProgram } from './lab-program.ts';
import type { RunOptions } from './run-options.ts';
import { startInOrder } from './start-in-order.ts';
import { StartedCommand } from './started-command.ts';

/**
 * Longest that one program of an experiment may run.
 * @unit ms
 * @against a practicum that waits for ever for a program that hangs
 * @provenBy ../../integration/workbench.spec.ts: ends a program that does not end by itself
 */
const MAX_RUN_MS = 5 * 60_000;

interface WorkbenchOptions {
  /** Where the files of the experiment are made. */
  readonly folder: string;
  /** The language of what the programs print. */
  readonly language: Language;
  /** Aborted when the practicum is to end. */
  readonly signal: AbortSignal;
  /** Told what is going on. */
  readonly progressed: (what: string) => void;
}

/** What has become of a program, and how it was typed. */
interface FinishedCommand extends ProgramResult {
  readonly command: string;
}

/** Where an experiment works: its folder, and the programs that it starts. */
export class Workbench {
  readonly folder: string;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly progressed: (what: string) => void;
  readonly #records: CommandRecord[] = [];
  readonly #running = new Set<StartedCommand>();

  constructor({ folder, language, signal, progressed }: WorkbenchOptions) {
    this.folder = folder;
    this.language = language;
    this.signal = signal;
    this.progressed = progressed;
    signal.addEventListener('abort', () => void this.#killAll(), { once: true });
  }

  /** What was started so far and has ended, in the order in which it was started. */
  get commands(): readonly CommandRecord[] {
    return this.#records.toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
  }

  /** Takes over what another program has started for the experiment. */
  adopt(records: readonly CommandRecord[]): void {
    this.#records.push(...records);
  }

  /** The path of a file of the experiment. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /**
   * Starts a program in the folder of the experiment. Whoever starts one ends it; what still runs at the end
   * of the experiment is ended then.
   */
  start(program: LabProgram, args: readonly string[], options: RunOptions = {}): StartedCommand {
    const typed = typedCommand(program, args);
    const { output, data } = options;
    const start = output !== undefined && data === undefined ? startInOrder : startProgram;
    return this.#started(typed, options, (given) => start(programOf(program), args, given));
  }

  /** Starts a program of the system in the same way. */
  startTool(tool: string, args: readonly string[], options: RunOptions = {}): StartedCommand {
    const { typed = [tool, ...args].map(quoted).join(' ') } = options;
    return this.#started(typed, options, (given) => startCommand(tool, args, given));
  }

  /**
   * Waits until a program has ended, and keeps what it has printed.
   * @param accepts default: what it was started with
   * @throws CodedError `ERR_PROGRAM_FAILED` when it ended in another way than was to be expected,
   * `ERR_PROGRAM_TIMEOUT` when it did not end in time
   */
  async finish(
    command: StartedCommand,
    accepts = command.options.accepts ?? [0],
  ): Promise<FinishedCommand> {
    const { output, data, isAside = false } = command.options;
    const result = await command.toEnd();
    this.#running.delete(command);
    if (output !== undefined) await this.write(output, command.printed);
    if (data !== undefined) await this.write(data, result.stdout);
    this.#records.push({ ...command.record(result), output: output ?? null, isStep: !isAside });
    this.signal.throwIfAborted();
    if (accepts === 'any' || accepts.includes(result.code ?? NaN)) {
      return { ...result, command: command.command };
    }
    throw failed(command, result);
  }

  /** Runs a program to its end. */
  run(
    program: LabProgram,
    args: readonly string[],
    options: RunOptions = {},
  ): Promise<FinishedCommand> {
    return this.finish(this.start(program, args, options));
  }

  /**
   * Writes a file of the experiment.
   * @throws CodedError `ERR_FILE`
   */
  async write(name: string, data: string | Uint8Array): Promise<void> {
    await writeFile(this.path(name), data).catch((error: unknown) => {
      throw outputError(this.path(name), error);
    });
  }

  /** Ends what still runs. */
  async clear(): Promise<void> {
    await this.#killAll();
    this.#running.clear();
  }

  #started(
    typed: string,
    options: RunOptions,
    start: (options: ProgramOptions) => RunningProgram,
  ): StartedCommand {
    this.signal.throwIfAborted();
    const { language = this.language, inputFrom, data, timeoutMs = MAX_RUN_MS } = options;
    const running = start({
      cwd: this.folder,
      env: { LANG: language === 'id' ? 'id_ID.UTF-8' : 'en_US.UTF-8', LC_ALL: undefined },
      timeoutMs,
      ...(inputFrom !== undefined && { input: readFileSync(this.path(inputFrom)) }),
    });
    endWithProcess(running.process);
    const from = inputFrom === undefined ? '' : ` < ${inputFrom}`;
    const to = data === undefined ? '' : ` > ${data}`;
    const shown = `${typed}${from}${to}`;
    const command = new StartedCommand(running, shown, { ...options, timeoutMs });
    this.#running.add(command);
    return command;
  }

  async #killAll(): Promise<void> {
    await Promise.all([...this.#running].map((command) => command.kill()));
  }
}

function failed({ command, lastLine }: StartedCommand, { code, signal }: ProgramResult) {
  return new CodedError('ERR_PROGRAM_FAILED', `${command} ended with ${signal ?? code}`, {
    details: { command, code: signal ?? String(code), words: lastLine },
  });
}
