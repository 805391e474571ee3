import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { exitCodeOf } from './exit-code-of.mjs';

const LAUNCHER = join(import.meta.dirname, 'launcher.mjs');

/**
 * Runs a program in the foreground until it ends, however Nx is told to stop meanwhile. The program gets
 * each signal once: at Ctrl-C the SIGINT of the terminal, and SIGTERM when Nx alone is told.
 * @param {string} file
 * @param {string[]} args
 * @param {string} folder where it runs
 * @returns {Promise<number>} its exit code, or 128 and the number of the signal that ended it
 */
export function runProgram(file, args, folder) {
  // Windows has no signals: Ctrl-C reaches the program there, and Nx only waits.
  return process.platform === 'win32' ? runHere(file, args, folder) : runApart(file, args, folder);
}

/** The terminal tells everybody on it. This process ends when the program has ended. */
function outliveTerminal() {
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
}

function runHere(file, args, folder) {
  outliveTerminal();
  return exitCodeOf(spawn(file, args, { cwd: folder, stdio: 'inherit' }));
}

/**
 * Nx sends SIGTERM, twice, to the youngest descendants of its tasks, also at Ctrl-C, of which the terminal
 * has told the program already. So the program must not be a descendant: a keeper runs it, whose own
 * parent has ended, and this process stands in for it.
 */
async function runApart(file, args, folder) {
  outliveTerminal();
  const stdio = ['inherit', 'inherit', 'inherit', 'pipe'];
  const launcher = spawn(process.execPath, [LAUNCHER, file, ...args], { cwd: folder, stdio });
  const keeper = launcher.stdio[3];
  process.on('SIGTERM', () => keeper.write('stop'));
  process.on('disconnect', () => process.exit(1)); // Nx is gone: the keeper does what is left to do
  const code = await text(keeper);
  if (code === '') throw new Error('The program was lost: what kept it has been killed.');
  return Number(code);
}
