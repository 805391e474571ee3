import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.mjs';

/**
 * Nx executor for programs that speak with a person. Standard input, output and error are those of Nx
 * itself (NX_NATIVE_COMMAND_RUNNER=false in .env: no pseudo-terminal between them), and no shell reads
 * the arguments. Plain JavaScript, because Nx may have been started by a Node that reads nothing else.
 * @param {{ __unparsed__: string[] }} options
 * @param {import('@nx/devkit').ExecutorContext} context
 * @returns {Promise<{ success: boolean }>}
 */
export default async function program({ __unparsed__ }, { root, target }) {
  // From the target and not from `options`, where an argument of the same name would take their place.
  const { program: file, subcommand = [] } = target.options;
  const args = ['--enable-source-maps', file, subcommand, withoutNxArgs(__unparsed__)].flat();
  return { success: (await runProgram(nodeOf(root), args, root)) === 0 };
}

/** The Node of the workspace, whichever Nx runs on. On Windows the file of that name is no program. */
function nodeOf(root) {
  const pinned = join(root, 'node_modules', '.bin', 'node');
  return process.platform !== 'win32' && existsSync(pinned) ? pinned : process.execPath;
}

const NX_ARGS = '--args=';

/** Nx's own way to say arguments, `--args="--host x"`: the words in it, before all others. */
function withoutNxArgs(words) {
  const isNxArgs = (word) => word.startsWith(NX_ARGS);
  const wordsOf = (word) => word.slice(NX_ARGS.length).split(/\s+/).filter(Boolean);
  return [...words.filter(isNxArgs).flatMap(wordsOf), ...words.filter((word) => !isNxArgs(word))];
}
