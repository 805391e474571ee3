import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether packages of the lockfile in a folder are missing from its node_modules, or are there in another
 * version. npm writes last of all what it has installed (`node_modules/.package-lock.json`), so that an
 * installation that was interrupted counts as none, whoever began it.
 */
export function packagesAreMissing(root, locked) {
  const installed = installedIn(root);
  return packagesOf(root, locked).some(([path, { version, optional }]) => {
    const there = installed[path];
    if (there === undefined) return !optional;
    return there.version !== version || !isThere(root, path);
  });
}

/** Whether all that npm says it has installed in a folder is still there, of whatever lockfile. */
export function packagesAreWhole(root) {
  const installed = packagesOf(root, installedIn(root));
  return installed.length > 0 && installed.every(([path]) => isThere(root, path));
}

/** A folder alone may be what an interrupted removal has left. */
const isThere = (root, path) => existsSync(join(root, path, 'package.json'));

/**
 * What a lockfile has npm install. A project of our own is there by a link; when its folder was removed, no
 * installation can bring it back, and npm drops it when it writes the lockfile the next time.
 */
function packagesOf(root, locked) {
  const isRemoved = ({ link, resolved }) => link === true && !existsSync(join(root, resolved));
  return Object.entries(locked).filter(
    ([path, entry]) => path.startsWith('node_modules/') && !isRemoved(entry),
  );
}

/** What npm says that it has installed; nothing, when a crash has left the file empty. */
function installedIn(root) {
  try {
    const file = join(root, 'node_modules', '.package-lock.json');
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
