import { join } from 'node:path';
import { formatFiles, generateFiles, type GeneratorCallback, type Tree } from '@nx/devkit';
import { libraryGenerator } from '@nx/js';
import { bringUpToDate } from '../bring-up-to-date.ts';
import { onlyIn } from '../only-in.ts';
import { checkProjectName } from '../project-name.ts';

export interface CodecOptions {
  readonly name: string;
  readonly description?: string;
  readonly skipInstall?: boolean;
}

/** `npx nx g @praktikum/workspace-plugin:codec <name>`: a library from bytes to values and back. */
export default async function codec(tree: Tree, options: CodecOptions): Promise<GeneratorCallback> {
  const { name, description = `The ${name} codec: bytes to values and back.` } = options;
  checkProjectName(tree, name);

  const root = `libs/${name}`;
  await onlyIn(tree, () => makeSkeleton(tree, name, root));
  bringToHouseShape(tree, root, { name, description });
  await formatFiles(tree);

  return () => {
    bringUpToDate(tree, options);
    console.log(`\n${root} is ready: import it as @praktikum/${name}\n`);
  };
}

/** What Nx knows best: the project, its place in the workspace and in the TypeScript solution. */
function makeSkeleton(tree: Tree, name: string, root: string): Promise<unknown> {
  return libraryGenerator(tree, {
    directory: root,
    name,
    importPath: `@praktikum/${name}`,
    bundler: 'none',
    linter: 'none',
    formatter: 'none',
    unitTestRunner: 'none',
    useProjectJson: false,
    skipPackageJson: true,
    skipFormat: true,
  });
}

/** Our libraries are read from source by TypeScript, Jest, esbuild and Node alike: one export. */
function bringToHouseShape(
  tree: Tree,
  root: string,
  substitutions: { name: string; description: string },
): void {
  tree.delete(`${root}/src`);
  generateFiles(tree, join(import.meta.dirname, 'files'), root, { ...substitutions, tmpl: '' });
}
