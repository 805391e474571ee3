import { join, resolve } from 'node:path';
import { workspaceProjects } from '../boundaries/workspace-projects.mjs';

/** What Nx calls that which a program does, the first that a project has. */
const TARGETS = ['serve', 'start', 'create'];

/**
 * A program of the workspace: a project that Nx can serve, start, or let create something.
 * @typedef {object} Program
 * @property {string} file what Node is to run
 * @property {Project[]} projects its own, then all that it is made of
 */

/**
 * @typedef {object} Project
 * @property {string} folder
 * @property {string} package its name as a package: `@praktikum/client`
 * @property {string[]} needs packages and Nx projects
 * @property {{ name?: string, targets?: Record<string, { options?: { program?: string } }> }} nx
 */

/**
 * The programs of a workspace, by the names of their Nx projects.
 * @returns {Map<string, Program>}
 */
export function programsOf(root) {
  const all = workspaceProjects().map((project) => projectOf(root, project));
  const programs = all.flatMap((project) => {
    const { name, targets = {} } = project.nx;
    const target = TARGETS.find((candidate) => candidate in targets);
    if (target === undefined) return [];
    const file = resolve(root, programIn(project, targets[target]));
    return [[name, { file, projects: [...withNeeded(project, all)] }]];
  });
  return new Map(programs.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The default is that of nx.json (`targetDefaults`). */
function programIn({ folder }, { options: { program = '{projectRoot}/dist/main.js' } = {} }) {
  return program.replace('{projectRoot}', folder);
}

function withNeeded(project, all, found = new Set()) {
  if (found.has(project)) return found;
  found.add(project);
  const needed = all.filter((other) => project.needs.some((name) => isCalled(other, name)));
  for (const other of needed) withNeeded(other, all, found);
  return found;
}

const isCalled = (project, name) => project.package === name || project.nx.name === name;

/** @returns {Project} */
function projectOf(root, { root: folder, packageName, dependencies, nx }) {
  const needs = [...dependencies, ...(nx.implicitDependencies ?? [])];
  return { folder: join(root, folder), package: packageName, needs, nx };
}
