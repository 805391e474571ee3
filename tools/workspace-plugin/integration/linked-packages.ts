import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

const OUR_SCOPE = '@praktikum';
/** The programs of packages, and what npm says that it has installed. */
const NPMS_OWN = ['.bin', '.package-lock.json'];
const ROOMS = ['apps', 'libs', 'tools'];

/**
 * Gives `workspace` the third-party packages of `original`, as links: nothing is copied. A project
 * has packages of its own where it needs another version than the others.
 */
export function linkPackages(original: string, workspace: string): void {
  linkFolder(join(original, 'node_modules'), join(workspace, 'node_modules'));
  for (const root of projectRoots(workspace)) {
    const own = join(original, relative(workspace, root), 'node_modules');
    if (existsSync(own)) linkFolder(own, join(root, 'node_modules'));
  }
}

/** Links every project of `workspace` under its package name, as `npm install` would. */
export function linkProjects(workspace: string): void {
  const scope = join(workspace, 'node_modules', OUR_SCOPE);
  rmSync(scope, { recursive: true, force: true });
  mkdirSync(scope);
  for (const root of projectRoots(workspace)) {
    const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    link(root, join(workspace, 'node_modules', name));
  }
}

function projectRoots(workspace: string): string[] {
  return ROOMS.map((room) => join(workspace, room))
    .filter((room) => existsSync(room))
    .flatMap((room) => readdirSync(room).map((name) => join(room, name)))
    .filter((root) => existsSync(join(root, 'package.json')));
}

/** Folders are made anew and only packages linked: git ignores a folder node_modules, not a link. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name === OUR_SCOPE || (name.startsWith('.') && !NPMS_OWN.includes(name))) continue;
    if (name.startsWith('@')) linkFolder(join(from, name), join(to, name));
    else link(join(from, name), join(to, name));
  }
}

/** A junction, because Windows lets nobody but administrators make other links to a folder. */
function link(target: string, path: string): void {
  symlinkSync(target, path, 'junction');
}
