import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Language, printLine } from '@praktikum/service';
import type { StopWatch } from '../../capture/recording/stop-watch.ts';
import { STOPPING_TEXTS } from './texts.ts';

/** Runs a program during the capture; it is ended with the capture, the capture soon after it. */
export async function accompany(
  command: string,
  watch: StopWatch,
  language: Language,
): Promise<void> {
  const child = spawn(command, { shell: true, stdio: 'inherit' });
  void watch.stopped.then(() => child.kill());
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) printLine(STOPPING_TEXTS[language].programFailed(code ?? '?'), process.stderr);
  watch.finished();
  await watch.stopped;
}
