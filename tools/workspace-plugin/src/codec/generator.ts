import type { GeneratorCallback, Tree } from '@nx/devkit';
import { libraryGenerator } from '@nx/js';
import { BARE, makeProject } from '../make-project.ts';
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
  const importPath = `@praktikum/${name}`;
  return makeProject(tree, {
    root,
    skeleton: () =>
      libraryGenerator(tree, { ...BARE, directory: root, name, importPath, bundler: 'none' }),
    without: 'src',
    generator: import.meta.dirname,
    substitutions: { name, description },
    skipInstall: options.skipInstall,
    next: `import it as ${importPath}`,
  });
}
