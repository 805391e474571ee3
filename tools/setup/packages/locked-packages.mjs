import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the lockfile in a folder names, by its path there: `node_modules/nx`; the folder itself is `''`. */
export const lockedPackages = (root) =>
  JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
