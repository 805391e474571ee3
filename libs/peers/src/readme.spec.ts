import { afterAll, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './program/start-command.ts';

const ROOT = join(import.meta.dirname, '..');

/** Inside the workspace, so that Node finds the library by its name. */
mkdirSync(join(ROOT, 'test-output'), { recursive: true });
const folder = mkdtempSync(join(ROOT, 'test-output', 'readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('has an example in its README that does what it says', async () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [, example = ''] = /^```ts\n(.*?)^```$/ms.exec(readme) ?? [];
  const [, said = ''] = /^prints (.*)\.$/m.exec(readme) ?? [];
  const printed = [...said.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
  const file = join(folder, 'example.ts');
  writeFileSync(file, example);
  const { code, stdout, stderr } = await runCommand(process.execPath, [file]);
  expect(stderr).toBe('');
  expect(stdout.toString().trimEnd().split('\n')).toEqual(printed);
  expect([code, printed.length]).toEqual([0, 4]);
});
