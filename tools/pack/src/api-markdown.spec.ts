import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiMarkdown } from './api-markdown.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'api-markdown-'));
  const compilerOptions = { module: 'nodenext', target: 'es2024', types: [], noEmit: true };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['index.ts'] }),
  );
  writeFileSync(join(folder, 'package.json'), '{ "name": "sample", "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true }));

function pageOf(source: string): Promise<string> {
  const module = join(folder, 'index.ts');
  writeFileSync(module, source);
  return apiMarkdown(module, join(folder, 'tsconfig.json'));
}

const LIMITED = `
/** Something to count with. */
export class Counter {
  /**
   * Adds.
   * @param by how many
   * @returns the sum
   */
  add(by: number): number { return by; }
  private secret = 1;
}
/**
 * The most.
 * @unit things
 * @against a flood
 * @provenBy ./a.spec.ts: title
 */
export const MAX = 3;
`;

it('says what docstrings say, and neither private members nor the tags of limits', async () => {
  const markdown = await pageOf(LIMITED);
  expect(markdown).toContain('### Counter\n\nSomething to count with.');
  expect(markdown).toMatch(/\| `by` +\| `number` +\| how many +\|/);
  expect(markdown).toContain('The most.');
  expect(markdown).not.toMatch(/secret|provenBy|flood/i);
});

it('cannot be made while something exported says nothing', async () => {
  const page = pageOf('export function mute(): void {}');
  await expect(page).rejects.toThrow(/mute .*does not have any documentation/);
});
