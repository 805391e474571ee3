import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limitsMarkdown } from './limits-page.ts';
import { PageError } from './page.ts';

let root: string;
let file: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'limits-page-'));
  const folder = join(root, 'libs', 'pool', 'src');
  mkdirSync(folder, { recursive: true });
  file = join(folder, 'limits.ts');
  writeFileSync(join(folder, 'a.spec.ts'), `it('refuses the rest', () => {});`);
});
afterAll(() => rmSync(root, { recursive: true }));

const declare = (source: string) => {
  writeFileSync(file, source);
  return () => limitsMarkdown([file], root);
};

it('has a row with everything that a limit says', () => {
  const markdown = declare(`/**
    * Clients at once.
    * @unit connections
    * @against a | flood
    * @provenBy ./a.spec.ts: refuses the rest
    */
   const MAX = { default: 10_000, min: 1, max: 20_000 };`)();
  expect(markdown).toContain('## libs/pool\n');
  expect(markdown).toContain(
    '| `MAX`: Clients at once. | 10,000 (1 … 20,000) | connections | a \\| flood | refuses the rest ([spec](../libs/pool/src/a.spec.ts)) |',
  );
});

it('cannot be made while something is missing', () => {
  expect(declare('const MAX = 1;')).toThrow(PageError);
  expect(declare('const MAX = 1;')).toThrow('libs/pool/src/limits.ts: MAX lacks @unit');
});
