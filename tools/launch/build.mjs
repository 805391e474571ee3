import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { endTogether, exitIfInterrupted } from '../setup/end-together.mjs';

/** Shown on a terminal while it is true: a build takes some seconds, on an old PC half a minute. */
const BUILDING = 'Membangun … / Building …';
const ERASE_LINE = '\r\u001b[K';

/**
 * Builds those of some projects that are built, with Nx, which builds only what has changed. What Nx prints
 * is shown when it fails, and not otherwise.
 * @param {string} root folder of the workspace
 * @param {readonly import('./programs.mjs').Project[]} projects
 * @param {string} node the program that Nx runs on
 * @param {readonly string[]} options of Nx
 * @returns {Promise<boolean>} whether they are built
 */
export async function build(root, projects, node, options = []) {
  const names = projects.filter(({ nx }) => nx.targets?.build).map(({ nx }) => nx.name);
  if (names.length === 0) return true;
  const modules = join(root, 'node_modules');
  const nx = join(modules, 'nx', 'dist', 'bin', 'nx.js');
  const path = [join(modules, '.bin'), process.env.PATH].join(delimiter);
  const running = spawn(node, [nx, 'run-many', '-t', 'build', '-p', names.join(), ...options], {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const interruption = endTogether(running);
  if (process.stderr.isTTY) process.stderr.write(BUILDING);
  const printed = [];
  for (const output of [running.stdout, running.stderr]) {
    output.on('data', (chunk) => printed.push(chunk));
  }
  const [status] = await once(running, 'close');
  interruption.release();
  exitIfInterrupted(interruption.signal);
  if (process.stderr.isTTY) process.stderr.write(ERASE_LINE);
  if (status !== 0) process.stderr.write(Buffer.concat(printed));
  return status === 0;
}
