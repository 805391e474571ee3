import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageOfNode } from '../setup/node/package-of-node.mjs';
import { packagesAreInstalled } from '../setup/packages/install-packages.mjs';
import { takeTurn } from '../setup/take-turn.mjs';
import { exitCodeOf } from '../workspace-plugin/src/program/exit-code-of.mjs';
import { build } from './build.mjs';
import { outputsOf, sourcesOf } from './fingerprint.mjs';

/**
 * Installs and builds what a program needs: nothing, most of the time.
 * @param {string} root folder of the workspace
 * @param {string} name of the program
 * @param {import('./programs.mjs').Program} program
 * @returns {Promise<boolean>} whether it can be started; why not has been said
 */
export async function prepare(root, name, { file, projects }) {
  const folder = join(root, '.nx', 'launch');
  const stamp = join(folder, name);
  const isReady = () =>
    existsSync(file) &&
    readStamp(stamp) === sourcesOf(root, projects) + outputsOf(projects) &&
    packagesAreInstalled(root);
  if (isReady()) return true;
  const endTurn = await takeTurn(root, 'build');
  try {
    if (isReady()) return true; // somebody else was at it
    if (!(await install(root))) return false;
    const sources = sourcesOf(root, projects); // before: what changes meanwhile is built the next time
    if (!(await build(root, projects, nodeOfWorkspace(root)))) return false;
    mkdirSync(folder, { recursive: true });
    writeFileSync(stamp, sources + outputsOf(projects));
    return true;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    if (existsSync(file)) return true; // a folder for reading, in which somebody else has built
    console.error(
      `Program ini belum di-build, dan folder ini tidak dapat ditulisi: ${error.path}\n` +
        `This program has not been built yet, and this folder cannot be written to: ${error.path}`,
    );
    return false;
  } finally {
    endTurn();
  }
}

/** The Node of the workspace; the one that runs this where the registry has none for the system. */
export function nodeOfWorkspace(root) {
  const own = packageOfNode(root);
  return own?.installed ? own.file : process.execPath;
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Installs the packages that are missing. A process of its own, which says by itself what fails. */
async function install(root) {
  const script = join(root, 'tools', 'setup', 'install.mjs');
  return (await exitCodeOf(spawn(process.execPath, [script], { stdio: 'inherit' }))) === 0;
}
