import { join } from 'node:path';
import { inspect } from 'node:util';
import { sayFailure } from '../setup/say-failure.mjs';
import { nodeOfWorkspace } from './node-of-workspace.mjs';
import { prepare } from './prepare.mjs';
import { programsOf } from './programs.mjs';
import { takePlace } from './take-place.mjs';

const root = join(import.meta.dirname, '..', '..');

/** Exit code: docs/EXIT-CODES.md. */
const USAGE = 2;

/**
 * `node praktikum <program> [arguments]`: builds the program if its sources have changed, and gives it the
 * place of this process. It leaves nothing of its own on the terminal unless something fails.
 * @param {readonly string[]} words
 * @returns {Promise<number>} the exit code
 */
export async function launch([name = '--help', ...args]) {
  try {
    const programs = programsOf(root);
    const names = [...programs.keys()];
    if (name === '--help' || name === '-h') {
      console.log(usage(names));
      return 0;
    }
    const program = programs.get(name);
    if (program === undefined) {
      const shown = inspect(name); // what a terminal would obey is written as \x1B
      console.error(`Tidak ada program ${shown}. / There is no program ${shown}.\n`);
      console.error(usage(names));
      return USAGE;
    }
    const failure = await prepare(root, name, program);
    if (failure !== 0) return failure;
    return await takePlace(nodeOfWorkspace(root), ['--enable-source-maps', program.file, ...args]);
  } catch (error) {
    return sayFailure(error);
  }
}

const usage = (names) =>
  `Pemakaian / Usage: node praktikum <program> [argumen / arguments]

  node praktikum threaded-server
  node praktikum client localhost 12345

Program / Programs:
${names.map((name) => `  ${name}`).join('\n')}

Bantuan untuk program / Help for a program: node praktikum client --help`;
