import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { environmentOf, type ProgramOptions } from './program-options.ts';
import { RunningProgram, type ProgramResult } from './running-program.ts';
import { endWithThisProcess } from './running-programs.ts';

/** Starts any program: a student's server, a Python peer, `nc`. */
export function startCommand(
  command: string,
  args: readonly string[],
  options: ProgramOptions = {},
): RunningProgram {
  const { cwd, input = '', keepInputOpen = false, ownGroup = false } = options;
  const outputs = [options.stdoutTo, options.stderrTo].map((to) =>
    typeof to === 'string' ? openSync(to, 'w') : 'pipe',
  );
  const child = spawn(command, args, {
    env: environmentOf(options),
    stdio: ['pipe', ...outputs],
    detached: ownGroup,
    ...(cwd !== undefined && { cwd }),
  }) as ChildProcessWithoutNullStreams; // but for what goes elsewhere
  for (const output of outputs) if (typeof output === 'number') closeSync(output);
  child.stdin.on('error', () => undefined); // it ended without reading its input
  if (keepInputOpen) child.stdin.write(input);
  else child.stdin.end(input);
  const program = new RunningProgram(child, options);
  endWithThisProcess(program);
  return program;
}

/** Runs any program to its end. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramResult> {
  return startCommand(command, args, options).toEnd();
}
