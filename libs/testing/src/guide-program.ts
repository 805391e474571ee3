import { existsSync } from 'node:fs';
import { join } from 'node:path';

const WORKSPACE_ROOT = join(import.meta.dirname, '..', '..', '..');

/**
 * The path of one of the three programs of the paper guide, where its folder is at hand: `GUIDE_PROGRAMS`,
 * or `shared/guide` beside the workspace. They are not ours to copy.
 */
export function guideProgram(name: string): string | undefined {
  const folder = process.env.GUIDE_PROGRAMS ?? join(WORKSPACE_ROOT, '..', 'shared', 'guide');
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}
