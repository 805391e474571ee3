import { packageOfNode } from '../node/package-of-node.mjs';
import { isForMusl } from '../node/where-node-is.mjs';
import { lockedPackages } from './locked-packages.mjs';
import { packagesAreMissing } from './packages-are-missing.mjs';

/** Whether what the lockfile names is installed. */
export function packagesAreInstalled(root) {
  const locked = lockedPackages(root);
  return !packagesAreMissing(root, locked) && !nodeIsMissing(root, locked);
}

export const nodeIsMissing = (root, locked = lockedPackages(root)) =>
  packageOfNode(root, locked)?.installed === false && !isForMusl();
