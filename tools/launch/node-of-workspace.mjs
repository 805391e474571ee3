import { packageOfNode } from '../setup/node/package-of-node.mjs';

/** The Node of the workspace; the one that runs this where the registry has none for the system. */
export function nodeOfWorkspace(root) {
  const own = packageOfNode(root);
  return own?.installed ? own.file : process.execPath;
}
