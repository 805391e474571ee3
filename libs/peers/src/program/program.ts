import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { peerError } from '../peer-error.ts';
import { workspaceRoot } from './workspace-root.ts';

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
