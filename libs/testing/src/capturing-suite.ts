import { spawnSync } from 'node:child_process';
import { describe } from '@jest/globals';

/** `describe` where a tool is installed and allowed to capture; otherwise it skips and says why. */
export function capturingSuite(tool: string): {
  readonly suite: (name: string, tests: () => void) => void;
  readonly why: string;
} {
  const { status, error } = spawnSync(tool, ['-i', 'lo', '-L'], { encoding: 'utf8' });
  if (error === undefined && status === 0) return { suite: describe, why: '' };
  const why = error ? 'is not installed' : 'may not capture here';
  return { suite: describe.skip, why: ` (${tool} ${why})` };
}
