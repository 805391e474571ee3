import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { childEnvironment } from './child-environment.ts';

/** One task of a run as Nx records it. */
interface Task {
  readonly taskId: string;
  readonly status: number;
  readonly cacheStatus: 'cache-miss' | 'local-cache-hit' | 'remote-cache-hit';
}

export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  /** Both streams, for assertions on what a person reads and for the message of a failed test. */
  readonly output: string;
  readonly tasks: readonly Task[];
}

export interface StartOptions {
  /** Variables on top of what a child of a test has. */
  readonly env?: Readonly<Record<string, string>>;
  /** In a process group of its own, as a shell runs what is typed into it. */
  readonly detached?: boolean;
}

/** Starts a program of the workspace's node_modules with the Node that runs this test. */
export function start(
  root: string,
  packageName: string,
  args: string[],
  { env: extra = {}, detached = false }: StartOptions = {},
): ChildProcessByStdio<null, Readable, Readable> {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : bin[packageName];
  const env = { ...childEnvironment(), ...extra };
  env.PATH = [join(root, 'node_modules', '.bin'), env.PATH].join(delimiter);
  return spawn(process.execPath, [join(folder, script), ...args], {
    cwd: root,
    env,
    detached,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs such a program to its end. */
export async function run(
  root: string,
  packageName: string,
  args: string[],
  options: StartOptions = {},
): Promise<Run> {
  const child = start(root, packageName, args, options);
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { exitCode, stdout, output: stdout + stderr, tasks: [] };
}

/** For runs that have to succeed: a failed one fails the test with everything it said. */
export function succeeded(finished: Run): Run {
  if (finished.exitCode !== 0) throw new Error(finished.output);
  return finished;
}

/** Runs `nx` with these arguments; the tasks are those of this run and none of an earlier one. */
export async function runNx(root: string, ...args: string[]): Promise<Run> {
  const summary = join(root, '.nx', 'cache', 'run.json');
  rmSync(summary, { force: true });
  const finished = await run(root, 'nx', args);
  const tasks = existsSync(summary) ? JSON.parse(readFileSync(summary, 'utf8')).tasks : [];
  return { ...finished, tasks };
}
