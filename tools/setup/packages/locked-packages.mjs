import { readJson } from '../read-json.mjs';

/** What the lockfile in a folder names, by its path there: `node_modules/nx`; the folder itself is `''`. */
export const lockedPackages = (root) =>
  readJson(root, 'package-lock.json', (file) => file?.packages?.['']?.optionalDependencies)
    .packages;
