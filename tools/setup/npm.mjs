import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';

/** The Node that npm runs on. It starts even where the one in node_modules cannot. */
export const NODE_OF_NPM = process.env.npm_node_execpath ?? process.execPath;

/**
 * Runs `npm ci` in a folder. Within `npm start` the program npm would run on the Node of node_modules,
 * so npm's own script is given to npm's own Node.
 * @returns whether it succeeded; npm itself has said why not
 */
export async function npmCi(folder, ...options) {
  const script = process.env.npm_execpath;
  const withinNpm = script !== undefined && script.endsWith('npm-cli.js');
  const [program, ...first] = withinNpm ? [NODE_OF_NPM, script] : ['npm'];
  const npm = spawn(program, [...first, 'ci', ...options], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !withinNpm && process.platform === 'win32',
  });
  const giveBack = endTogether(npm);
  try {
    const [status] = await once(npm, 'exit');
    return status === 0;
  } catch {
    return false; // there is no npm
  } finally {
    giveBack();
  }
}

/**
 * At Ctrl-C npm goes on for half a minute, to put back what it has moved. Whoever repeats the command
 * meanwhile would have two of them in the same folder. What it leaves behind when it is killed, the next
 * `npm ci` removes first.
 * @returns gives the signals back
 */
function endTogether(npm) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const end = (signal) => {
    npm.once('exit', () => process.exit(128 + constants.signals[signal]));
    npm.kill('SIGKILL');
  };
  for (const signal of signals) process.on(signal, end);
  return () => signals.forEach((signal) => process.off(signal, end));
}
