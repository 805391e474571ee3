import { getProjects, names, type Tree } from '@nx/devkit';

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ROOMS = ['apps', 'libs', 'tools'];

/**
 * Refuses a name that a project cannot have, and says what to do instead.
 * The name becomes a folder, an Nx project and an npm package, so it has to suit all three.
 */
export function checkProjectName(tree: Tree, name: string): void {
  if (!KEBAB.test(name)) {
    const kebab = names(name).fileName.replaceAll(/[^a-z0-9]+/g, '-');
    const suggestion = KEBAB.test(kebab) ? kebab : 'quote-server';
    throw new Error(
      `"${name}" cannot be a project name: use lower-case words joined by hyphens, for example "${suggestion}".`,
    );
  }
  const taken = getProjects(tree).get(name)?.root ?? folderOf(tree, name);
  if (taken !== undefined) {
    throw new Error(
      `"${name}" is taken by ${taken}: choose another name, or remove that folder first.`,
    );
  }
}

/** A folder without a package.json is no project, but its files would be mixed with the new ones. */
function folderOf(tree: Tree, name: string): string | undefined {
  return ROOMS.map((room) => `${room}/${name}`).find((folder) => tree.children(folder).length > 0);
}
