import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder above this file that has the `nx.json`, from the source and from any bundle of it. */
export function workspaceRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'nx.json')) && folder !== dirname(folder)) {
    folder = dirname(folder);
  }
  return folder;
}
