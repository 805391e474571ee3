import type { Tree } from '@nx/devkit';

/** Files of the workspace that Nx's own generators write to although ours need nothing there. */
const WORKSPACE_FILES = ['package.json', 'nx.json', '.vscode/launch.json'];

/**
 * Lets an Nx generator make its project and then takes back what it did to the workspace:
 * it adds packages that nothing here uses (tslib), and settings of one editor.
 */
export async function onlyIn(tree: Tree, generate: () => Promise<unknown>): Promise<void> {
  const before = WORKSPACE_FILES.map((path) => [path, tree.read(path)] as const);
  await generate();
  for (const [path, content] of before) {
    if (content !== null) tree.write(path, content);
    else if (tree.exists(path)) tree.delete(path);
  }
}
