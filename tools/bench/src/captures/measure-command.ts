import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** What running a command once took. */
export interface CommandFigures {
  /** CPU seconds, user and system together. */
  readonly cpu: number;
  /** Seconds from start to end. */
  readonly wall: number;
  /** Most memory it held at once, in MB (10^6 bytes). */
  readonly memory: number;
}

const LOOK_EVERY_MS = 20;
/** How often a command is run that was over before it could be looked at: this process may not get to run. */
const ATTEMPTS = 20;
/** What bash prints behind a command it times: elapsed, user, system. */
const TIMED = 'TIMEFORMAT="%R %U %S"; time "$@" 1>/dev/null 2>/dev/null';

/**
 * Runs a command, its output thrown away, and measures it.
 * @throws Error when it fails, or is too short to be measured
 */
export async function measureCommand(command: readonly string[]): Promise<CommandFigures> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const figures = await measureOnce(command);
    if (figures.memory > 0) return figures;
  }
  throw new Error(`${command[0]} was over each time before its memory could be read`);
}

async function measureOnce(command: readonly string[]): Promise<CommandFigures> {
  const child = spawn('bash', ['-c', TIMED, 'bash', ...command], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' }, // others write 0,31
  });
  let printed = '';
  let most = 0;
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const timer = setInterval(() => (most = Math.max(most, peakKiB(child.pid!))), LOOK_EVERY_MS);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(timer);
  const [wall, user, system] = printed.trim().split(' ').map(Number);
  if (code !== 0 || system === undefined) throw new Error(`${command[0]} ended with ${code}`);
  return { cpu: user! + system, wall: wall!, memory: (most * 1024) / 1e6 };
}

/** Highest resident memory of a shell's only child so far. */
function peakKiB(shell: number): number {
  try {
    const [pid = ''] = readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').split(' ');
    const status = readFileSync(`/proc/${pid || shell}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  } catch {
    return 0; // it has just ended
  }
}
