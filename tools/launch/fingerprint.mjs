import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Of the whole workspace: what every program is built with. */
const COMMON = [
  'package-lock.json',
  'nx.json',
  'tsconfig.base.json',
  'node_modules/.package-lock.json', // what npm says that it has installed
];

/** What is made, or is only for tests: it changes no program. */
const NO_SOURCE =
  /^(node_modules|dist|out-tsc|test-output|integration|fixtures)$|\.spec\.ts$|\.tsbuildinfo$/;

/**
 * Tells whether a program has to be built: it is another one as soon as one of the sources has changed. It
 * reads sizes and times, no contents, which takes some milliseconds. On another machine, whose libraries may not
 * suit the same Node, a copied folder is set up anew.
 * @param {string} root folder of the workspace
 * @param {readonly import('./programs.mjs').Project[]} projects
 * @returns {string}
 */
export function sourcesOf(root, projects) {
  const common = COMMON.map((file) => join(root, file));
  const sources = projects.flatMap(({ folder }) => filesIn(folder, NO_SOURCE));
  return digest([...common, ...sources], [process.platform, process.arch, hostname()].join());
}

/** The same of what was built: a part of it may have been lost, or built by somebody else since. */
export function outputsOf(projects) {
  return digest(projects.flatMap(({ folder }) => filesIn(join(folder, 'dist'))));
}

function digest(files, first = '') {
  const hash = createHash('sha256').update(first);
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? {};
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @returns {string[]} */
function filesIn(folder, without = /^$/) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => !without.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path, without) : [path];
    });
}
