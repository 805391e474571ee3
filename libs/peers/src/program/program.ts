import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { peerError } from '../peer-error.ts';

/** A program of this workspace: the name of an Nx project, which is built, or a file for Node. */
export type Program = string | ProgramFile;

/** A file that Node runs as it is, JavaScript or TypeScript. */
interface ProgramFile {
  /** What the program calls itself. */
  readonly name: string;
  readonly path: string;
}

/** What a program calls itself. */
export function nameOf(program: Program): string {
  return typeof program === 'string' ? program : program.name;
}

/**
 * The file that Node runs: `apps/<name>/dist/main.js` of an Nx project.
 * @throws CodedError `ERR_PROGRAM_NOT_BUILT`
 */
export function entryOf(program: Program): string {
  if (typeof program !== 'string') return program.path;
  const bundle = join(workspaceRoot(), 'apps', program, 'dist', 'main.js');
  if (existsSync(bundle)) return bundle;
  throw peerError('ERR_PROGRAM_NOT_BUILT', `${program} is not built: npx nx build ${program}`);
}

/** The folder above this file that has the `nx.json`, from the source and from any bundle of it. */
function workspaceRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'nx.json')) && folder !== dirname(folder)) {
    folder = dirname(folder);
  }
  return folder;
}
