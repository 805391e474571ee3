import { execFileSync } from 'node:child_process';
import { installPackagesTask, type Tree } from '@nx/devkit';

/** What the workspace needs beside the files of a new project: its packages, and the pages made from the code. */
export function bringUpToDate(tree: Tree, skipInstall = false): void {
  if (!skipInstall) installPackagesTask(tree, true);
  const update = ['tools/docs/src/main.ts', 'update'];
  execFileSync(process.execPath, update, {
    cwd: tree.root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
