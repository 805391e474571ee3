import { spawn } from 'node:child_process';
import { exitCodeOf } from '../workspace-plugin/src/program/exit-code-of.mjs';
import { passOnSignals } from './pass-on-signals.mjs';

/**
 * Runs a program beside this process: on its terminal and pipes, and with its signals.
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code, as a shell says it
 */
export function runBeside(file, args) {
  const passOnTo = passOnSignals();
  const program = spawn(file, args, { stdio: 'inherit' });
  passOnTo(program);
  return exitCodeOf(program);
}
