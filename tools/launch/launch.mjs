import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageOfNode } from '../setup/package-of-node.mjs';
import { exitCodeOf } from '../workspace-plugin/src/program/exit-code-of.mjs';
import { build } from './build.mjs';
import { fingerprint } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { programsOf } from './programs.mjs';
import { takePlace } from './take-place.mjs';

const root = join(import.meta.dirname, '..', '..');

/** The exit code of wrong arguments: docs/EXIT-CODES.md. */
const USAGE = 2;

/**
 * `node praktikum <program> [arguments]`: builds the program if its sources have changed, and gives it the
 * place of this process. It leaves nothing of its own on the terminal unless something fails.
 * @param {readonly string[]} words
 * @returns {Promise<number>} the exit code
 */
export async function launch([name = '--help', ...args]) {
  const programs = programsOf(root);
  const names = [...programs.keys()];
  if (name === '--help' || name === '-h') {
    console.log(usage(names));
    return 0;
  }
  const program = programs.get(name);
  if (program === undefined) {
    console.error(`Tidak ada program "${name}". / There is no program "${name}".\n`);
    console.error(usage(names));
    return USAGE;
  }
  if (!(await prepare(name, program))) return 1;
  return takePlace(nodeOfWorkspace(), ['--enable-source-maps', program.file, ...args]);
}

/** Installs and builds what the program needs: nothing, most of the time. */
async function prepare(name, { file, projects }) {
  const folder = join(root, '.nx', 'launch');
  const stamp = join(folder, name);
  const isReady = () => existsSync(file) && readStamp(stamp) === fingerprint(root, projects);
  if (isReady()) return true;
  const makeReady = async () => {
    if (isReady()) return true; // somebody else was at it
    if (!(await install())) return false;
    const found = fingerprint(root, projects); // before it: what changes meanwhile is built the next time
    if (!(await build(root, projects, nodeOfWorkspace()))) return false;
    writeFileSync(stamp, found);
    return true;
  };
  try {
    return await withLock(join(folder, 'lock'), makeReady);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    if (existsSync(file)) return true; // a folder for reading, in which somebody else has built
    console.error(
      `Program ini belum di-build, dan folder ini tidak dapat ditulisi: ${error.path}\n` +
        `This program has not been built yet, and this folder cannot be written to: ${error.path}`,
    );
    return false;
  }
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Installs the packages that are missing. A process of its own, which says by itself what fails. */
async function install() {
  const script = join(root, 'tools', 'setup', 'install.mjs');
  return (await exitCodeOf(spawn(process.execPath, [script], { stdio: 'inherit' }))) === 0;
}

/** The Node of the workspace; the one that runs this where the registry has none for the system. */
function nodeOfWorkspace() {
  const own = packageOfNode(root);
  return own?.installed ? own.file : process.execPath;
}

const usage = (names) =>
  `Pemakaian / Usage: node praktikum <program> [argumen / arguments]

  node praktikum threaded-server
  node praktikum client localhost 12345

Program / Programs:
${names.map((name) => `  ${name}`).join('\n')}

Bantuan untuk program / Help for a program: node praktikum client --help`;
