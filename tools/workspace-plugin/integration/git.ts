import { execFileSync } from 'node:child_process';
import { childEnvironment } from './child-environment.ts';

/** Nobody's own settings (identity, hooks, signing) may decide about a test. */
const SETTINGS = {
  'user.name': 'Praktikum',
  'user.email': 'praktikum@example.org',
  'commit.gpgsign': 'false',
  'core.hooksPath': '/dev/null',
  'core.autocrlf': 'false',
};

/** Runs git in a folder, and returns what it prints. */
export function git(folder: string, ...args: string[]): string {
  const options = Object.entries(SETTINGS).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  return execFileSync('git', [...options, ...args], {
    cwd: folder,
    env: childEnvironment(),
    encoding: 'utf8',
  });
}
