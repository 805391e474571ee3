import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const workspaceRoot = join(import.meta.dirname, '..', '..');

/**
 * The projects of the workspace as their package.json describe them.
 * Read from disk and not from the project graph, because the graph itself asks ESLint for its
 * configuration.
 * @returns {{ root: string, packageName: string, dependencies: string[], tags: string[], nx: object }[]}
 */
export function workspaceProjects() {
  return ['apps', 'libs', 'tools'].flatMap(projectsIn);
}

function projectsIn(folder) {
  if (!existsSync(join(workspaceRoot, folder))) return [];
  return readdirSync(join(workspaceRoot, folder)).flatMap((name) => {
    const manifest = join(workspaceRoot, folder, name, 'package.json');
    if (!existsSync(manifest)) return [];
    const { name: packageName, dependencies, nx = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
    const project = { root: `${folder}/${name}`, packageName, tags: nx.tags ?? [], nx };
    return [{ ...project, dependencies: Object.keys(dependencies ?? {}) }];
  });
}
