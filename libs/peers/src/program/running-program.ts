import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { CodedError } from '@praktikum/protocol';
import { peerError, type PeerErrorCode } from '../peer-error.ts';
import { Waits } from '../waits.ts';
import type { LogEvent } from './log-event.ts';
import {
  completeOptions,
  type CompleteProgramOptions,
  type ProgramOptions,
} from './program-options.ts';
import { ProgramOutput } from './program-output.ts';

/** When a program has ended, its own children may still hold its output: silent ones are not waited for. */
const LAST_WORDS_MS = 1000;

/** How a program has ended, and all that it has printed. */
export interface ProgramResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A program that runs. Whoever has started it stops it. */
export class RunningProgram {
  /** Its standard input, to be typed into, and its state. Signals go through {@link kill}. */
  readonly process: ChildProcessWithoutNullStreams;
  readonly #options: CompleteProgramOptions;
  readonly #output: ProgramOutput;
  readonly #waits = new Waits();
  readonly #ended: Promise<ProgramResult>;
  #isComplete = false;
  #lastWords: NodeJS.Timeout | undefined;
  /** Why nothing more is to be waited for: it was not started, or printed too much. */
  #failure: CodedError | undefined;

  /** Programs are started by `startProgram` and `startCommand`. */
  constructor(child: ChildProcessWithoutNullStreams, options: ProgramOptions) {
    this.process = child;
    this.#options = completeOptions(options);
    this.#output = new ProgramOutput(this.#options.maxOutputBytes);
    this.#listen(child.stdout, (chunk) => this.#takeStdout(chunk));
    this.#listen(child.stderr, (chunk) => this.#output.pushStderr(chunk));
    this.#ended = this.#end(child);
    this.#ended.catch(() => undefined); // whoever waits for the end is told
  }

  get pid(): number {
    return this.process.pid!;
  }

  get stdout(): string {
    return this.#output.stdout.toString();
  }

  get stderr(): string {
    return this.#output.stderr;
  }

  /** The first log line with this event, and all of `fields`; past lines count too. */
  event(name: string, fields: Readonly<Record<string, unknown>> = {}): Promise<LogEvent> {
    const matches = (event: LogEvent) =>
      Object.entries(fields).every(([field, value]) => event[field] === value);
    const what = [`event ${name}`, ...Object.entries(fields).map((field) => field.join(' '))];
    return this.#first(what.join(', '), () => this.events(name).find(matches));
  }

  /** All log lines with this event so far. */
  events(name: string): LogEvent[] {
    return this.#output.events.filter(({ event }) => event === name);
  }

  /** The first line of stdout that matches; past lines count too. */
  line(pattern: RegExp): Promise<string> {
    return this.#first(`line ${pattern}`, () =>
      this.#output.lines.find((line) => pattern.test(line)),
    );
  }

  /** Resolves once standard error holds a match. */
  said(pattern: RegExp): Promise<string> {
    return this.#first(`${pattern} on stderr`, () => pattern.exec(this.stderr)?.[0]);
  }

  /** Resolves once what it has printed makes this true. */
  async until(what: string, isReached: () => boolean): Promise<void> {
    await this.#first(what, () => isReached() || undefined);
  }

  /** Sends a signal, to its whole group if it has one. */
  kill(signal: NodeJS.Signals = 'SIGTERM'): void {
    if (!this.#options.ownGroup) return void this.process.kill(signal);
    try {
      process.kill(-this.pid, signal);
    } catch {
      // the whole group has ended
    }
  }

  /** Sends a signal and waits for the end; a program that does not end in time is killed. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<ProgramResult> {
    this.kill(signal);
    return this.toEnd();
  }

  /**
   * Waits until it has ended and its output is complete.
   * @throws CodedError `ERR_PROGRAM_TIMEOUT`; then it was killed
   */
  async toEnd(): Promise<ProgramResult> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.kill('SIGKILL');
    }, this.#options.timeoutMs);
    const result = await this.#ended.finally(() => clearTimeout(timer));
    if (!isLate) return result;
    const text = `the program was still running after ${this.#options.timeoutMs} ms`;
    throw this.#error('ERR_PROGRAM_TIMEOUT', text);
  }

  /** Reads its output no longer, like `head -1`. Resolves when what it writes is taken by nobody. */
  async leave(): Promise<void> {
    const { stdout } = this.process;
    if (stdout.closed) return;
    stdout.destroy();
    await once(stdout, 'close');
  }

  /** @param stream null where the output goes elsewhere */
  #listen(stream: Readable | null, take: (chunk: Buffer) => void): void {
    stream?.on('data', (chunk: Buffer) => {
      take(chunk);
      this.#lastWords?.refresh();
      if (this.#output.isTooMuch) this.#refuseOutput();
      this.#waits.changed();
    });
  }

  #takeStdout(chunk: Buffer): void {
    const { stdoutTo } = this.#options;
    if (typeof stdoutTo === 'function') stdoutTo(chunk);
    else this.#output.pushStdout(chunk);
  }

  #end(child: ChildProcessWithoutNullStreams): Promise<ProgramResult> {
    const { promise, resolve, reject } = Promise.withResolvers<ProgramResult>();
    child.once('error', (cause) => {
      this.#failure = peerError('ERR_PROGRAM_NOT_STARTED', cause.message, { cause });
      this.#waits.changed();
      reject(this.#failure);
    });
    child.once('exit', () => {
      this.#lastWords = setTimeout(() => this.#destroyOutput(), LAST_WORDS_MS);
    });
    child.once('close', (code, signal) => {
      this.#isComplete = true;
      clearTimeout(this.#lastWords);
      this.#waits.changed();
      if (this.#failure !== undefined) return reject(this.#failure);
      const { stdout, stderr } = this.#output;
      resolve({ code, signal, stdout, stderr });
    });
    return promise;
  }

  #refuseOutput(): void {
    const text = `the program printed more than ${this.#output.maxBytes} bytes`;
    this.#failure ??= this.#error('ERR_PROGRAM_PRINTED_TOO_MUCH', text);
    this.kill('SIGKILL');
    this.#destroyOutput();
  }

  #destroyOutput(): void {
    for (const stream of [this.process.stdout, this.process.stderr] as (Readable | null)[]) {
      stream?.destroy();
    }
  }

  #first<T>(what: string, find: () => T | undefined): Promise<T> {
    const late = () =>
      this.#error(
        'ERR_PROGRAM_TIMEOUT',
        `waited ${this.#options.timeoutMs} ms in vain for ${what}`,
      );
    const look = () => {
      const found = find();
      if (found !== undefined) return found;
      if (this.#failure !== undefined) throw this.#failure;
      if (!this.#isComplete) return undefined;
      const { exitCode, signalCode } = this.process;
      const how = signalCode ?? `exit code ${exitCode}`;
      throw this.#error('ERR_PROGRAM_ENDED', `the program ended (${how}) before ${what}`);
    };
    return this.#waits.first(look, this.#options.timeoutMs, late);
  }

  #error(code: PeerErrorCode, text: string): CodedError {
    return peerError(code, `${text}:\n${this.#output.tail}`);
  }
}
