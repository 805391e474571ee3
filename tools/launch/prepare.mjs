import { Stamp } from './stamp.mjs';

/**
 * Installs and builds what a program needs. Most of the time that is nothing, and what would do it is not
 * even loaded.
 * @param {string} root folder of the workspace
 * @param {string} name of the program
 * @param {import('./programs.mjs').Program} program
 * @returns {Promise<boolean>} whether it can be started; why not has been said
 */
export async function prepare(root, name, program) {
  const stamp = new Stamp(root, name, program);
  if (stamp.isCurrent()) return true;
  const { makeReady } = await import('./make-ready.mjs');
  return makeReady(root, program, stamp);
}
