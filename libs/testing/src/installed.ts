import { spawnSync } from 'node:child_process';
import { describe } from '@jest/globals';

/**
 * A suite that needs a program which may be missing here. Without it the suite is skipped, and its
 * name says what was missing, so that the sum at the end of a run shows it.
 */
export function describeWith(tool: string, name: string, suite: () => void): void {
  const { error } = spawnSync(tool, ['--help'], { stdio: 'ignore' });
  if (error === undefined) describe(name, suite);
  else describe.skip(`${name} (${tool} is not installed)`, suite);
}
