import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from './child-environment.ts';
import { ORIGINAL } from './node-workspace.ts';

function run(...args: string[]) {
  const options = { cwd: ORIGINAL, env: childEnvironment(), encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
  return { status, stdout, stderr };
}

const [, yarnPath] = /^yarnPath: (\S+)$/m.exec(
  readFileSync(join(ORIGINAL, '.yarnrc.yml'), 'utf8'),
) as string[];

it.each([
  ['pnpm', '.pnpmfile.cjs'],
  ['Yarn', yarnPath!],
])('%s is told to be npm, by %s', (_, file) => {
  expect(run(file)).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'Folder ini dipasang dan dijalankan dengan npm: npm start\n' +
      'This folder is installed and run with npm: npm start\n',
  });
});

it.each(['--help', '-h'])('npm test -- %s says what it takes, and runs nothing', (option) => {
  const { status, stdout, stderr } = run('tools/jest/run-all.mjs', option);
  expect(stdout).toContain('npm test -- -p threaded-server\n');
  expect(stdout).not.toContain('passed');
  expect([status, stderr]).toEqual([0, '']);
});
