import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';

const WORKSPACE_ROOT = join(import.meta.dirname, '..', '..', '..', '..');

/** How long a test waits for a line or an exit before it says what was printed instead. */
const DEFAULT_TIMEOUT_MS = 60_000;

export interface ProgramOptions {
  /** Variables on top of the test's own environment; undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Written to standard input, which is then closed. Without it standard input is empty. */
  readonly input?: string | Uint8Array;
  /** Leaves standard input open after `input`: a person who types, or a pipe that never ends. */
  readonly keepInputOpen?: boolean;
  /** Path of a file or device that takes standard output, of which the test then sees nothing. */
  readonly stdoutTo?: string;
  /** The same for standard error. */
  readonly stderrTo?: string;
  readonly timeoutMs?: number;
}

export interface ProgramResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** One JSON line of a server's log. */
export type LogEvent = Readonly<Record<string, unknown>> & { readonly event: string };

/** A program that runs. Whatever a test does, `stop` it at its end. */
export interface RunningProgram {
  readonly process: ChildProcessWithoutNullStreams;
  readonly pid: number;
  /** The first log line with this event, and all of `fields`; past lines count too. */
  event(name: string, fields?: Readonly<Record<string, unknown>>): Promise<LogEvent>;
  /** All log lines with this event so far. */
  events(name: string): LogEvent[];
  /** The first line of stdout that matches; past lines count too. */
  line(pattern: RegExp): Promise<string>;
  /** Resolves once standard error holds a match. */
  said(pattern: RegExp): Promise<string>;
  readonly stdout: string;
  readonly stderr: string;
  /** Resolves when it has ended and its output is complete. */
  readonly ended: Promise<ProgramResult>;
  /** Sends a signal, SIGTERM by default, and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<ProgramResult>;
  /** Reads its output no longer, like `head -1`. Resolves when what it writes is taken by nobody. */
  leave(): Promise<void>;
}

/**
 * Starts the built bundle of an app, `apps/<app>/dist/main.js`, on the Node that runs the test.
 * @param app name of the Nx project
 */
export function startProgram(
  app: string,
  args: readonly string[] = [],
  options: ProgramOptions = {},
): RunningProgram {
  return startCommand(process.execPath, ['--enable-source-maps', bundleOf(app), ...args], options);
}

/** What an app is built as. */
export function bundleOf(app: string): string {
  const bundle = join(WORKSPACE_ROOT, 'apps', app, 'dist', 'main.js');
  if (!existsSync(bundle)) throw new Error(`${app} is not built: npx nx build ${app}`);
  return bundle;
}

/** Runs the built bundle of an app to its end. */
export function runToEnd(
  app: string,
  args: readonly string[] = [],
  options: ProgramOptions = {},
): Promise<ProgramResult> {
  return within(startProgram(app, args, options), options.timeoutMs);
}

const running = new Set<ChildProcess>();

/** Ends every program that still runs. */
export function endPrograms(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Starts any program in the same way: a Python peer, `nc`. */
export function startCommand(
  command: string,
  args: readonly string[],
  {
    env = {},
    input = '',
    keepInputOpen = false,
    stdoutTo,
    stderrTo,
    timeoutMs = DEFAULT_TIMEOUT_MS,
  }: ProgramOptions = {},
): RunningProgram {
  const outputs = [stdoutTo, stderrTo].map((path) =>
    path === undefined ? 'pipe' : openSync(path, 'w'),
  );
  const child = spawn(command, args, {
    env: cleanEnvironment(env),
    stdio: ['pipe', ...outputs],
  }) as ChildProcessWithoutNullStreams; // but for what goes elsewhere
  for (const output of outputs) if (typeof output === 'number') closeSync(output);
  running.add(child);
  child.once('close', () => running.delete(child));
  child.stdin.on('error', () => undefined); // it ended without reading its input
  if (keepInputOpen) child.stdin.write(input);
  else child.stdin.end(input);
  return new Program(child, timeoutMs);
}

/** Runs any program to its end. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramResult> {
  return within(startCommand(command, args, options), options.timeoutMs);
}

async function within(
  program: RunningProgram,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<ProgramResult> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    program.process.kill('SIGKILL');
  }, timeoutMs);
  const result = await program.ended;
  clearTimeout(timer);
  if (!late) return result;
  throw new Error(`still running after ${timeoutMs} ms:\n${result.stdout}\n${result.stderr}`);
}

/** The test runner's own options and Nx's variables are not the program's. */
function cleanEnvironment(extra: ProgramOptions['env']): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_OPTIONS|NX_|TALLY_|JEST_|FORCE_COLOR|LC_|LANG)/.test(name),
  );
  return { ...Object.fromEntries(own), LANG: 'id_ID.UTF-8', ...extra };
}

class Program implements RunningProgram {
  readonly process: ChildProcessWithoutNullStreams;
  readonly ended: Promise<ProgramResult>;
  readonly #timeoutMs: number;
  readonly #stdout: Buffer[] = [];
  /** What has come since the last look at its lines. */
  #unread: Buffer[] = [];
  readonly #decoder = new StringDecoder();
  #rest = '';
  readonly #lines: string[] = [];
  readonly #events: LogEvent[] = [];
  readonly #watchers = new Set<() => void>();
  stderr = '';

  constructor(child: ChildProcessWithoutNullStreams, timeoutMs: number) {
    this.process = child;
    this.#timeoutMs = timeoutMs;
    const stdout: Readable | null = child.stdout;
    stdout?.on('data', (chunk: Buffer) => {
      this.#stdout.push(chunk);
      this.#unread.push(chunk);
      for (const look of this.#watchers) look();
    });
    const stderr: Readable | null = child.stderr;
    stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
      for (const look of this.#watchers) look();
    });
    this.ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        for (const look of this.#watchers) look();
        resolve({ code, signal, stdout: Buffer.concat(this.#stdout), stderr: this.stderr });
      });
    });
  }

  get pid(): number {
    return this.process.pid ?? -1;
  }

  get stdout(): string {
    return Buffer.concat(this.#stdout).toString();
  }

  event(name: string, fields: Readonly<Record<string, unknown>> = {}): Promise<LogEvent> {
    const matches = (event: LogEvent) =>
      Object.entries(fields).every(([field, value]) => event[field] === value);
    return this.#first(`event ${name}`, () => this.events(name).find(matches));
  }

  events(name: string): LogEvent[] {
    this.#readLines();
    return this.#events.filter(({ event }) => event === name);
  }

  line(pattern: RegExp): Promise<string> {
    return this.#first(`line ${pattern}`, () => {
      this.#readLines();
      return this.#lines.find((line) => pattern.test(line));
    });
  }

  said(pattern: RegExp): Promise<string> {
    return this.#first(`${pattern} on stderr`, () => pattern.exec(this.stderr)?.[0]);
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<ProgramResult> {
    this.process.kill(signal);
    return within(this, this.#timeoutMs);
  }

  async leave(): Promise<void> {
    const { stdout } = this.process;
    stdout.destroy();
    await once(stdout, 'close');
  }

  /** Whole lines only: the last one may still be on its way. */
  #readLines(): void {
    const lines = (this.#rest + this.#decoder.write(Buffer.concat(this.#unread))).split('\n');
    this.#unread = [];
    this.#rest = lines.pop()!;
    for (const line of lines) {
      this.#lines.push(line);
      const event = parseEvent(line);
      if (event !== undefined) this.#events.push(event);
    }
  }

  #first<T>(what: string, find: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer);
        this.#watchers.delete(look);
      };
      const fail = (why: string) => {
        finish();
        reject(new Error(`${why} while waiting for ${what}:\n${this.stdout}\n${this.stderr}`));
      };
      const look = () => {
        const found = find();
        if (found !== undefined) {
          finish();
          resolve(found);
        } else if (this.process.exitCode !== null || this.process.signalCode !== null) {
          fail('the program ended');
        }
      };
      const timer = setTimeout(() => fail('time was up'), this.#timeoutMs);
      this.#watchers.add(look);
      look();
    });
  }
}

function parseEvent(line: string): LogEvent | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as LogEvent;
  } catch {
    return undefined; // a line of another program's
  }
}
