import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether packages of the lockfile in a folder are missing from its node_modules, or are there in another
 * version. npm writes last of all what it has installed (`node_modules/.package-lock.json`), so that an
 * installation that was interrupted counts as none, whoever began it.
 */
export function packagesAreMissing(root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  const there = packagesOf(installed);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).some(
    ([path, { version, optional }]) =>
      path.startsWith('node_modules/') &&
      (there[path] === undefined ? !optional : there[path].version !== version),
  );
}

const packagesOf = (lockfile) => JSON.parse(readFileSync(lockfile, 'utf8')).packages;
