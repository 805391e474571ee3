import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { endTogether } from '../end-together.mjs';
import { npmCache } from './npm-cache.mjs';

/** The Node that npm runs on. It starts even where the one in node_modules cannot. */
export const NODE_OF_NPM = process.env.npm_node_execpath ?? process.execPath;

/**
 * How long the registry may take to answer. npm's own deadlines begin when it is connected: before that it
 * waits as long as the system does, and three times. On an old PC npm alone takes many seconds to start.
 * @unit ms
 * @against minutes without a word where a network swallows packets
 * @provenBy ../../workspace-plugin/integration/installation.spec.ts: says within seconds that no registry answers
 */
const REGISTRY_TIMEOUT_MS = 30_000;

/**
 * Runs `npm ci` in a folder. Where the registry does not answer it takes what earlier installations
 * have left in npm's cache, or fails at once. A download itself may take as long as it needs.
 * @param node what npm runs on
 * @returns how it ended: `installed`, `failed` (npm itself has said why), `no-npm`, `no-registry`, or
 *   the signal that interrupted it; for `no-registry` also npm's code, as far as there is one
 */
export async function npmCi(folder, { node = NODE_OF_NPM, options = [] } = {}) {
  // No package needs its script (allowScripts in package.json), and npm before 11 runs them all: by the `node` of
  // node_modules, which on a bare Debian cannot start.
  const ci = (...more) => run(node, folder, ['ci', '--ignore-scripts', ...options, ...more]);
  const answer = await run(node, folder, ['ping', '--fetch-retries=0'], REGISTRY_TIMEOUT_MS);
  if (typeof answer === 'string') return { end: answer };
  const [, code = ''] = / code (\S+)/.exec(answer.said) ?? []; // npm error code ENOTFOUND
  // A mirror need not know the question: E404.
  if (answer.status === 0 || /^E[45]\d\d$/.test(code)) return { end: endOf(await ci(), 'failed') };
  return { end: endOf(await ci('--offline', '--silent'), 'no-registry'), code };
}

function endOf(end, failed) {
  if (typeof end === 'string') return end;
  return end.status === 0 ? 'installed' : failed;
}

/**
 * Runs npm to its end. Within `npm start` the program npm would run on the Node of node_modules, so npm's
 * own script is given to npm's own Node.
 * @param timeoutMs when it is killed; then what it says is not for the user
 * @returns the exit code (null when it was killed) and what it said; `no-npm`; or the signal that interrupted it
 */
async function run(node, cwd, args, timeoutMs) {
  const script = scriptOfNpm();
  const [program, ...first] = script === undefined ? ['npm'] : [node, script];
  const quiet = timeoutMs !== undefined;
  const npm = spawn(program, [...first, ...args], {
    cwd,
    // npm itself is a script for the `node` of the path, and that may be the one that waits.
    env: {
      ...process.env,
      ...npmCache(),
      PATH: `${process.env.PATH}${delimiter}${dirname(node)}`,
    },
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'pipe' : 'inherit'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  // At Ctrl-C npm goes on for half a minute, to put back what it has moved. Whoever repeats the command
  // meanwhile would have two of them in the same folder. What it leaves behind, the next `npm ci` removes first.
  const interruption = endTogether(npm, 'SIGKILL');
  try {
    const [said, [status]] = await Promise.all([
      npm.stderr === null ? '' : text(npm.stderr),
      once(npm, 'close'),
    ]);
    return interruption.signal ?? { status, said };
  } catch (error) {
    if (error.code === 'ENOENT') return 'no-npm';
    console.error(error.message);
    return { status: 1, said: '' };
  } finally {
    // The same signal may come twice, from a terminal and from the launcher: what was there is put back meanwhile.
    if (interruption.signal === undefined) interruption.release();
  }
}

/** `npm-cli.js`; undefined where `npm` is a program that can be run by its name. */
function scriptOfNpm() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return script;
  if (process.platform !== 'win32') return undefined;
  // npm.cmd would need a shell. It starts the script beside it.
  const folders = (process.env.PATH ?? '').split(delimiter);
  const scripts = folders.map((each) => join(each, 'node_modules', 'npm', 'bin', 'npm-cli.js'));
  return scripts.find((each) => existsSync(each));
}
