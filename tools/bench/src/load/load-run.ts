import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { cleanEnvironment } from '../clean-environment.ts';

/** What the load generator is told, as `--name value`. */
export interface LoadOptions {
  readonly port: number;
  /**
   * `closed`: every connection asks again as soon as it was answered. `fixed`: messages are due at
   * a fixed rate, and latency counts from when a message was due, so a server that stalls is
   * charged for all that it kept waiting. `short`: a connection for every message. `hold`:
   * connections that say nothing. `chat`: members of an IRC channel who talk in turn; a message is
   * an operation, finished when all the others have it. `lurk`: members who only answer PING.
   */
  readonly mode: 'closed' | 'fixed' | 'short' | 'hold' | 'chat' | 'lurk';
  readonly connections: number;
  /** Threads of the generator. */
  readonly threads?: number;
  /** Bytes of a message; with `short`, 0 connects and closes. */
  readonly size?: number;
  /** Bytes of its answer. */
  readonly reply?: number;
  readonly seconds?: number;
  /** Messages a second, all connections together, for `fixed`. */
  readonly rate?: number;
  /** Ends after so many, before the time is over; with `chat`, what is missing by then is an error. */
  readonly operations?: number;
  /** Most messages in flight with `chat`. Default 1. */
  readonly window?: number;
  /** Messages of `chat` that are sent before it is ready, and not counted. Default 0. */
  readonly warmup?: number;
  /**
   * Whether members acknowledge what they read at once (TCP_QUICKACK). Otherwise the kernel waits
   * up to 40 ms, and a server that left Nagle's algorithm on waits with it. Default false.
   */
  readonly quickack?: boolean;
  /** Channels that members of `lurk` spread over. Default 1. */
  readonly channels?: number;
  readonly tls?: boolean;
}

export interface LoadResult {
  /** All that were finished, those after the measured time included. */
  readonly operations: number;
  /** Those finished in the measured time. */
  readonly counted: number;
  /** The measured time. */
  readonly seconds: number;
  /** The measured time and the wait for the last answers. */
  readonly elapsed: number;
  readonly errors: number;
  /** The first error, or empty. */
  readonly error: string;
  /** CPU time of the generator, set-up of the connections not included. */
  readonly cpuSeconds: number;
  readonly latencyMicros: Readonly<Record<'p50' | 'p99' | 'p999' | 'max', number>>;
}

type LoadProcess = ChildProcessByStdio<Writable, Readable, null>;

/** The load generator once it has connected. */
export class LoadRun {
  readonly #child: LoadProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;
  /** Connections that stand. */
  readonly connections: number;

  /** @param program the load generator */
  static async start(program: string, options: LoadOptions): Promise<LoadRun> {
    const child = spawn(program, loadArguments(options), {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: cleanEnvironment(),
    });
    child.stdin.on('error', () => undefined); // it has ended: its missing answer says so
    const reader = createInterface({ input: child.stdout });
    const lines = reader[Symbol.asyncIterator]();
    const [, connections] = /^ready (\d+)$/.exec(await nextLine(lines)) ?? [];
    return new LoadRun(child, reader, lines, Number(connections));
  }

  private constructor(
    child: LoadProcess,
    reader: Interface,
    lines: AsyncIterator<string>,
    connections: number,
  ) {
    this.#child = child;
    this.#reader = reader;
    this.#lines = lines;
    this.connections = connections;
  }

  /** Asks for the time of its options. */
  async go(): Promise<LoadResult> {
    this.#child.stdin.write('go\n');
    return JSON.parse(await nextLine(this.#lines)) as LoadResult;
  }

  /** Closes its connections; resolves when it has ended. */
  async end(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#reader.close();
    this.#child.stdin.end();
    if (this.#child.exitCode === null) await ended;
  }
}

function loadArguments(options: LoadOptions): string[] {
  return Object.entries({ host: '127.0.0.1', ...options }).flatMap(([name, value]) => [
    `--${name}`,
    typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value),
  ]);
}

async function nextLine(lines: AsyncIterator<string>): Promise<string> {
  const { done, value } = await lines.next();
  if (done) throw new Error('the load generator ended without an answer');
  return value;
}
