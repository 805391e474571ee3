import type { RunningProgram } from './running-program.ts';

const running = new Set<RunningProgram>();

/** No program outlives the process that has started it. */
export function endWithThisProcess(program: RunningProgram): void {
  if (running.size === 0) process.once('exit', endPrograms);
  running.add(program);
  program.process.once('close', () => {
    running.delete(program);
    if (running.size === 0) process.off('exit', endPrograms);
  });
}

/** Ends every program that still runs. */
export function endPrograms(): void {
  for (const program of running) program.kill('SIGKILL');
}
