import { Stamp } from './stamp.mjs';

/**
 * Installs and builds what a program needs. Most of the time that is nothing, and what would do it is not
 * even loaded.
 * @param {string} root folder of the workspace
 * @param {string} name of the program
 * @param {import('./programs.mjs').Program} program
 * @returns {Promise<number>} 0 when it can be started; otherwise the exit code, and why has been said
 */
export async function prepare(root, name, program) {
  const stamp = new Stamp(root, name, program);
  if (stamp.isCurrent()) return 0;
  const { makeReady } = await import('./make-ready.mjs');
  return makeReady(root, name, program, stamp);
}
