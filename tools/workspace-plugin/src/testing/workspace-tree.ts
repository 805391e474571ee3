import { writeJson, type Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';

/** A tree in memory that looks to Nx's generators like this workspace: npm workspaces, references. */
export function workspaceTree(): Tree {
  const tree = createTreeWithEmptyWorkspace({ formatter: 'none' });
  writeJson(tree, 'package.json', {
    name: 'praktikum-jaringan',
    type: 'module',
    workspaces: ['apps/*', 'libs/*'],
    devDependencies: { typescript: '6.0.3' },
  });
  writeJson(tree, 'nx.json', {
    plugins: ['@nx/js/typescript'],
    targetDefaults: { '@nx/esbuild:esbuild': { cache: true } },
  });
  writeJson(tree, 'tsconfig.base.json', { compilerOptions: { composite: true } });
  writeJson(tree, 'tsconfig.json', { extends: './tsconfig.base.json', files: [], references: [] });
  return tree;
}

/** What `change` did to the tree, as `CREATE path` lines, without what was there before. */
export async function changesOf(tree: Tree, change: () => Promise<unknown>): Promise<string[]> {
  const before = new Map(tree.listChanges().map(({ path }) => [path, tree.read(path, 'utf8')]));
  await change();
  return tree
    .listChanges()
    .filter(({ path }) => before.get(path) !== tree.read(path, 'utf8'))
    .map(({ path }) => `${before.has(path) ? 'UPDATE' : 'CREATE'} ${path}`)
    .sort();
}
