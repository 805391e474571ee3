import {
  entryOf,
  startCommand,
  startProgram,
  type Program,
  type ProgramOptions,
  type RunningProgram,
} from '@praktikum/peers';

/** `sh` gives its place to the program, which so gets its signals, with both outputs in one pipe. */
const JOINED = 'exec "$@" 2>&1';

/**
 * Starts a program so that what it prints keeps its order, as on a terminal: two pipes have none between them.
 * Windows has no such shell; there the order is that in which the parts come.
 */
export function startInOrder(
  program: Program,
  args: readonly string[],
  options: ProgramOptions,
): RunningProgram {
  if (process.platform === 'win32') return startProgram(program, args, options);
  const command = [process.execPath, entryOf(program), ...args];
  return startCommand('/bin/sh', ['-c', JOINED, 'sh', ...command], options);
}
