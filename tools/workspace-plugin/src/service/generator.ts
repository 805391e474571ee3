import { join } from 'node:path';
import { formatFiles, generateFiles, type GeneratorCallback, type Tree } from '@nx/devkit';
import { applicationGenerator } from '@nx/node';
import { bringUpToDate } from '../bring-up-to-date.ts';
import { onlyIn } from '../only-in.ts';
import { checkProjectName } from '../project-name.ts';
import { checkPort } from './port.ts';

export interface ServiceOptions {
  readonly name: string;
  readonly port?: number;
  readonly description?: string;
  readonly skipInstall?: boolean;
}

const DEFAULT_PORT = 7000;

/** `npx nx g @praktikum/workspace-plugin:service <name>`: an app in the shape of our servers. */
export default async function service(
  tree: Tree,
  options: ServiceOptions,
): Promise<GeneratorCallback> {
  const { name, port = DEFAULT_PORT, description = `The ${name} service.` } = options;
  checkProjectName(tree, name);
  checkPort(port);

  const root = `apps/${name}`;
  await onlyIn(tree, () => makeSkeleton(tree, name, root));
  bringToHouseShape(tree, root, { name, port, description });
  await formatFiles(tree);

  return () => {
    bringUpToDate(tree, options);
    console.log(`\n${root} is ready: npx nx serve ${name}\n`);
  };
}

/** What Nx knows best: the project, its place in the workspace and in the TypeScript solution. */
function makeSkeleton(tree: Tree, name: string, root: string): Promise<unknown> {
  return applicationGenerator(tree, {
    directory: root,
    name,
    framework: 'none',
    bundler: 'esbuild',
    linter: 'none',
    formatter: 'none',
    unitTestRunner: 'none',
    e2eTestRunner: 'none',
    useProjectJson: false,
    skipPackageJson: true,
    skipFormat: true,
  });
}

/**
 * Nx's app is CommonJS, unbundled and carries its settings along; ours is an ES module, and every
 * setting that all apps share stands once in nx.json.
 */
function bringToHouseShape(
  tree: Tree,
  root: string,
  substitutions: { name: string; port: number; description: string },
): void {
  tree.delete(`${root}/src/assets`);
  generateFiles(tree, join(import.meta.dirname, 'files'), root, { ...substitutions, tmpl: '' });
}
