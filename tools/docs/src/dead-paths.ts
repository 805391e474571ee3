import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `libs/socket-pool/src/shared/messages.ts`, not `apps/<name>/dist`. */
const PATH = /`((?:apps|libs|tools|docs|\.github)\/[\w./-]+)`/g;

/** The paths that a page names and that lead nowhere. */
export function deadPaths(page: string, root: string): string[] {
  const named = [...readFileSync(join(root, page), 'utf8').matchAll(PATH)].map(([, path]) => path!);
  return named.filter((path) => !existsSync(join(root, path)));
}
