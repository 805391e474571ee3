import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { printLine } from '@praktikum/service';
import type { StopWatch } from '../../capture/recording/stop-watch.ts';
import type { StoppingTexts } from './texts.ts';

/** Runs a program during the capture; it is ended with the capture, the capture soon after it. */
export async function accompany(
  command: string,
  watch: StopWatch,
  texts: StoppingTexts,
): Promise<void> {
  const child = spawn(command, { shell: true, stdio: 'inherit' });
  void watch.stopped.then(() => child.kill());
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) printLine(texts.programFailed(code ?? '?'), process.stderr);
  watch.finished();
  await watch.stopped;
}
