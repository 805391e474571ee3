import { mkdirSync, openSync, closeSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** How often somebody who waits for a lock looks again. */
const LOOK_AGAIN_MS = 100;

/**
 * Does work that nobody else may do at the same time, in any process of this machine. The lock is a file
 * with the number of its process: one whose process has gone is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) {
    if (isAbandoned(file)) rmSync(file, { force: true });
    else await setTimeout(LOOK_AGAIN_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    const descriptor = openSync(file, 'wx');
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner === 0) return false; // it has just been created
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH'; // ENOENT: it has just been given back
  }
}
