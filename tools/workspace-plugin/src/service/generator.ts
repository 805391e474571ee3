import type { GeneratorCallback, Tree } from '@nx/devkit';
import { applicationGenerator } from '@nx/node';
import { BARE, makeProject } from '../make-project.ts';
import { checkProjectName } from '../project-name.ts';
import { checkPort } from './port.ts';

export interface ServiceOptions {
  readonly name: string;
  readonly port?: number;
  readonly description?: string;
  readonly descriptionId?: string;
  readonly skipInstall?: boolean;
}

const DEFAULT_PORT = 7000;

/** `npx nx g @praktikum/workspace-plugin:service <name>`: an app in the shape of our servers. */
export default async function service(
  tree: Tree,
  options: ServiceOptions,
): Promise<GeneratorCallback> {
  const { name, port = DEFAULT_PORT, description = `The ${name} service.` } = options;
  const { descriptionId = options.description ?? `Layanan ${name}.` } = options;
  checkProjectName(tree, name);
  checkPort(port);
  const root = `apps/${name}`;
  return makeProject(tree, {
    root,
    skeleton: () => applicationGenerator(tree, { ...BARE, ...APP, directory: root, name }),
    without: 'src/assets',
    generator: import.meta.dirname,
    substitutions: { name, port, description, descriptionId },
    skipInstall: options.skipInstall,
    next: `node praktikum ${name}`,
  });
}

const APP = { framework: 'none', bundler: 'esbuild', e2eTestRunner: 'none' } as const;
