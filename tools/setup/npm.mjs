import { spawnSync } from 'node:child_process';

/** The Node that npm runs on. It starts even where the one in node_modules cannot. */
export const NODE_OF_NPM = process.env.npm_node_execpath ?? process.execPath;

/**
 * Runs `npm ci` in a folder. Within `npm start` the program npm would run on the Node of node_modules,
 * so npm's own script is given to npm's own Node.
 * @returns whether it succeeded; npm itself has said why not
 */
export function npmCi(folder, ...options) {
  const script = process.env.npm_execpath;
  const withinNpm = script !== undefined && script.endsWith('npm-cli.js');
  const [program, ...first] = withinNpm ? [NODE_OF_NPM, script] : ['npm'];
  const { status } = spawnSync(program, [...first, 'ci', ...options], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !withinNpm && process.platform === 'win32',
  });
  return status === 0;
}
