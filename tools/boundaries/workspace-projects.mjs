import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../setup/read-json.mjs';

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
    const root = `${folder}/${name}`;
    const manifest = `${root}/package.json`;
    if (!existsSync(join(workspaceRoot, manifest))) return [];
    const content = readJson(workspaceRoot, manifest, (found) => found && found.nx !== null);
    const { name: packageName, dependencies, nx = {} } = content;
    const project = { root, packageName, tags: nx.tags ?? [], nx };
    return [{ ...project, dependencies: Object.keys(dependencies ?? {}) }];
  });
}
