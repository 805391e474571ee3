import { join } from 'node:path';
import { nodeIsProvided, provideNode } from './node/provide-node.mjs';
import { installPackages } from './packages/install-packages.mjs';
import { packagesAreInstalled } from './packages/packages-are-installed.mjs';
import { takeTurn } from './take-turn.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

/** @returns false when programs cannot run here; why, and what to do, has been said */
export async function setUp() {
  if (packagesAreInstalled(ROOT) && nodeIsProvided(ROOT)) return true;
  const endTurn = await takeTurn(ROOT, 'installation');
  try {
    return (await installPackages(ROOT)) && (await provideNode(ROOT));
  } finally {
    endTurn();
  }
}
