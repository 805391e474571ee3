import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { printLine } from '@praktikum/service';
import type { StopWatch } from '../../capture/recording/stop-watch.ts';
import type { StoppingTexts } from './texts.ts';

/**
 * How long the program may take to end when the capture is over.
 * @unit ms
 * @against a capture that a program which ignores SIGTERM holds for ever
 * @provenBy ../../../integration/capture.spec.ts: ends all that the program of --with has started, obedient or not
 */
const STUBBORN_MS = 3000;

/** Runs a program during the capture; it is ended with the capture, the capture soon after it. */
export async function accompany(
  command: string,
  watch: StopWatch,
  texts: StoppingTexts,
): Promise<void> {
  // In a group of its own: what the shell has started ends with it.
  const detached = process.platform !== 'win32';
  const child = spawn(command, { shell: true, stdio: 'inherit', detached });
  void watch.stopped.then(() => endGroup(child));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) printLine(texts.programFailed(code ?? '?'), process.stderr);
  watch.finished();
  await watch.stopped;
}

/** Asks all processes of a command to end, and ends those that do not. */
function endGroup(child: ChildProcess): void {
  const kill = (signal: NodeJS.Signals) => {
    if (process.platform === 'win32' || child.pid === undefined) return void child.kill(signal);
    try {
      process.kill(-child.pid, signal);
    } catch {
      // all have ended
    }
  };
  kill('SIGTERM');
  const timer = setTimeout(() => kill('SIGKILL'), STUBBORN_MS);
  child.once('close', () => clearTimeout(timer));
}
