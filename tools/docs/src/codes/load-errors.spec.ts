import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PageError } from '../page.ts';
import { loadErrors } from './load-errors.ts';

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'load-errors-'))));
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, source: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
}

it('finds every errors.ts, of apps too', async () => {
  write('package.json', '{ "type": "module" }');
  write('apps/a/src/errors.ts', 'export const ERRORS = { exitCodes: {}, errors: { ERR_A: 1 } };');
  write('libs/b/src/pool/errors.ts', 'export const ERRORS = { exitCodes: {}, errors: {} };');
  write('libs/b/src/other.ts', 'export const ERRORS = 1;');
  const loaded = await loadErrors(root);
  expect([...loaded.keys()]).toEqual(['apps/a/src/errors.ts', 'libs/b/src/pool/errors.ts']);
  expect(loaded.get('apps/a/src/errors.ts')?.errors).toEqual({ ERR_A: 1 });
});

it('refuses one that exports something else', async () => {
  write('package.json', '{ "type": "module" }');
  write('apps/a/src/errors.ts', 'export const OTHER = 1;');
  await expect(loadErrors(root)).rejects.toThrow(
    new PageError(['apps/a/src/errors.ts exports no ERRORS']),
  );
});
