import { entryOf, type Program } from './program.ts';
import type { ProgramOptions } from './program-options.ts';
import type { ProgramResult, RunningProgram } from './running-program.ts';
import { startCommand } from './start-command.ts';

/** Starts a program of this workspace on the Node that runs this process. */
export function startProgram(
  program: Program,
  args: readonly string[] = [],
  options: ProgramOptions = {},
): RunningProgram {
  return startCommand(process.execPath, [entryOf(program), ...args], options);
}

/** Runs a program of this workspace to its end. */
export function runToEnd(
  program: Program,
  args: readonly string[] = [],
  options: ProgramOptions = {},
): Promise<ProgramResult> {
  return startProgram(program, args, options).toEnd();
}
