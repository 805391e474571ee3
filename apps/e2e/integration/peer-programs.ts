import { existsSync } from 'node:fs';
import { join } from 'node:path';

const WORKSPACE_ROOT = join(import.meta.dirname, '..', '..', '..');

/** Our own Python programs, which stand in for any real peer. */
export function peer(name: string): string {
  return join(import.meta.dirname, '..', 'peers', name);
}

/**
 * One of the three programs of the paper guide, where its folder is at hand: `GUIDE_PROGRAMS`, or
 * `shared/guide` beside the workspace.
 */
export function guideProgram(name: string): string | undefined {
  const folder = process.env.GUIDE_PROGRAMS ?? join(WORKSPACE_ROOT, '..', 'shared', 'guide');
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}
