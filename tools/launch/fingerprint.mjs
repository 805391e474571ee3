import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
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
 * Tells whether a program has to be built: it is another one as soon as one of the files has changed. It
 * reads sizes and times, no contents, which takes some milliseconds. On another machine, whose libraries may not
 * suit the same Node, a copied folder is set up anew.
 * @param {string} root folder of the workspace
 * @param {readonly { folder: string }[]} projects
 * @returns {string}
 */
export function fingerprint(root, projects) {
  const hash = createHash('sha256').update([process.platform, process.arch, hostname()].join());
  const files = [
    ...COMMON.map((file) => join(root, file)),
    ...projects.flatMap(({ folder }) => [...sourcesIn(folder)]),
  ];
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? {};
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function* sourcesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (NO_SOURCE.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesIn(path);
    else yield path;
  }
}
