import { join } from 'node:path';
import { formatFiles, generateFiles, type GeneratorCallback, type Tree } from '@nx/devkit';
import { bringUpToDate } from './bring-up-to-date.ts';

/** A project that a generator makes. */
export interface NewProject {
  /** `libs/quote` */
  readonly root: string;
  /** What Nx knows best: the project, its place in the workspace and in the TypeScript solution. */
  readonly skeleton: () => Promise<unknown>;
  /** What the skeleton brings along and ours does without, below the root. */
  readonly without: string;
  /** The folder of the generator, with the templates in `files`. */
  readonly generator: string;
  readonly substitutions: Readonly<Record<string, string | number>>;
  readonly skipInstall: boolean | undefined;
  /** What to do with it, once it is there. */
  readonly next: string;
}

/** Settings of every skeleton by Nx: what all our projects share stands once in nx.json. */
export const BARE = {
  linter: 'none',
  formatter: 'none',
  unitTestRunner: 'none',
  useProjectJson: false,
  skipPackageJson: true,
  skipFormat: true,
} as const;

export async function makeProject(tree: Tree, project: NewProject): Promise<GeneratorCallback> {
  const { root, without, generator, substitutions, skipInstall, next } = project;
  await onlyIn(tree, project.skeleton);
  tree.delete(join(root, without));
  generateFiles(tree, join(generator, 'files'), root, { ...substitutions, tmpl: '' });
  await formatFiles(tree);
  return () => {
    bringUpToDate(tree, skipInstall);
    console.log(`\n${root} is ready: ${next}\n`);
  };
}

/** Files of the workspace that Nx's own generators write to although ours need nothing there. */
const WORKSPACE_FILES = ['package.json', 'nx.json', '.vscode/launch.json'];

/**
 * Lets an Nx generator make its project and then takes back what it did to the workspace:
 * it adds packages that nothing here uses (tslib), and settings of one editor.
 */
async function onlyIn(tree: Tree, generate: () => Promise<unknown>): Promise<void> {
  const before = WORKSPACE_FILES.map((path) => [path, tree.read(path)] as const);
  await generate();
  for (const [path, content] of before) {
    if (content !== null) tree.write(path, content);
    else if (tree.exists(path)) tree.delete(path);
  }
}
