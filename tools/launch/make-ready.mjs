import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { endTogether, exitIfInterrupted } from '../setup/end-together.mjs';
import { isWritable } from '../setup/is-writable.mjs';
import { say } from '../setup/say.mjs';
import { takeTurn } from '../setup/take-turn.mjs';
import { exitCodeOf } from '../workspace-plugin/src/program/exit-code-of.mjs';
import { build } from './build.mjs';
import { nodeOfWorkspace } from './node-of-workspace.mjs';

/** Exit code: docs/EXIT-CODES.md. */
const FAILED = 1;

/**
 * Installs and builds what a program needs.
 * @param {string} root folder of the workspace
 * @param {string} name of the program
 * @param {import('./programs.mjs').Program} program
 * @param {import('./stamp.mjs').Stamp} stamp
 * @returns {Promise<number>} 0 when it can be started; otherwise the exit code, and why has been said
 */
export async function makeReady(root, name, { file, projects }, stamp) {
  if (!isWritable(root)) return startAsItIs(root, file);
  const endTurn = await takeTurn(root, 'build');
  try {
    if (stamp.isCurrent()) return 0; // somebody else was at it
    const failure = await install(root);
    if (failure !== 0) return failure;
    const sources = stamp.sources();
    const node = nodeOfWorkspace(root);
    if (!(await build(root, projects, node))) return FAILED;
    // Nx believes in what it has kept, also where that was deleted (`.nx/cache`).
    if (!existsSync(file) && !(await build(root, projects, node, ['--skip-nx-cache'])))
      return FAILED;
    if (!existsSync(file)) return sayNothingIsBuilt(name, relative(root, file));
    stamp.write(sources);
    return 0;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    return startAsItIs(error.path, file);
  } finally {
    endTurn();
  }
}

/** A folder for reading: somebody else may have built in it. */
function startAsItIs(path, file) {
  if (existsSync(file)) return 0;
  say(
    `Program ini belum di-build, dan folder ini tidak dapat ditulisi: ${path}`,
    `This program has not been built yet, and this folder cannot be written to: ${path}`,
  );
  return FAILED;
}

function sayNothingIsBuilt(name, file) {
  say(
    `Program ${name} tidak punya ${file}: build-nya tidak menghasilkan berkas itu.`,
    `The program ${name} has no ${file}: its build has not made that file.`,
  );
  return FAILED;
}

/** Installs the packages that are missing. A process of its own, which says by itself what fails. */
async function install(root) {
  const script = join(root, 'tools', 'setup', 'install.mjs');
  const installing = spawn(process.execPath, [script], { stdio: 'inherit' });
  const interruption = endTogether(installing);
  const exitCode = await exitCodeOf(installing);
  interruption.release();
  exitIfInterrupted(interruption.signal);
  return exitCode;
}
