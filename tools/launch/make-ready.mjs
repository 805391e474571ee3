import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../setup/say.mjs';
import { takeTurn } from '../setup/take-turn.mjs';
import { exitCodeOf } from '../workspace-plugin/src/program/exit-code-of.mjs';
import { build } from './build.mjs';
import { nodeOfWorkspace } from './node-of-workspace.mjs';

/**
 * Installs and builds what a program needs.
 * @param {string} root folder of the workspace
 * @param {import('./programs.mjs').Program} program
 * @param {import('./stamp.mjs').Stamp} stamp
 * @returns {Promise<boolean>} whether it can be started; why not has been said
 */
export async function makeReady(root, { file, projects }, stamp) {
  const endTurn = await takeTurn(root, 'build');
  try {
    if (stamp.isCurrent()) return true; // somebody else was at it
    if (!(await install(root))) return false;
    const sources = stamp.sources();
    if (!(await build(root, projects, nodeOfWorkspace(root)))) return false;
    stamp.write(sources);
    return true;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    if (existsSync(file)) return true; // a folder for reading, in which somebody else has built
    say(
      `Program ini belum di-build, dan folder ini tidak dapat ditulisi: ${error.path}`,
      `This program has not been built yet, and this folder cannot be written to: ${error.path}`,
    );
    return false;
  } finally {
    endTurn();
  }
}

/** Installs the packages that are missing. A process of its own, which says by itself what fails. */
async function install(root) {
  const script = join(root, 'tools', 'setup', 'install.mjs');
  return (await exitCodeOf(spawn(process.execPath, [script], { stdio: 'inherit' }))) === 0;
}
