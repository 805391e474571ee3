import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { reachedModules } from './reached-modules.ts';
import { sourceProgram } from './source-program.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'reached-')), 'apps', 'a', 'src');
  mkdirSync(folder, { recursive: true });
});
afterEach(() => rmSync(join(folder, '..', '..', '..'), { recursive: true }));

const SOURCES = {
  'index.ts': `export { one } from './one.ts'; export { two } from './two.ts';`,
  'one.ts': 'export const one = 1; export default 1; export interface Shape {}',
  'two.ts': `import { inner } from './inner.ts'; export const two = inner;`,
  'inner.ts': 'export const inner = 2;',
};

it.each([
  ['the module of what is named', `import { one } from './index.ts';`, ['one.ts']],
  ['what that one runs', `import { two } from './index.ts';`, ['inner.ts', 'two.ts']],
  ['a default', `import one from './one.ts';`, ['one.ts']],
  ['a module for its effects', `import './two.ts';`, ['inner.ts', 'two.ts']],
  ['all of a module', `import * as all from './two.ts';`, ['inner.ts', 'two.ts']],
  ['what is passed on', `export { one } from './index.ts';`, ['one.ts']],
  ['a module that is imported later', `await import('./two.ts');`, ['inner.ts', 'two.ts']],
  ['a thread', `new URL('./one.ts', import.meta.url);`, ['one.ts']],
  ['a thread in a bundle', 'new URL(`./one.${ending}`, import.meta.url);', ['one.ts']],
  [
    'no type',
    `import type { Shape } from './one.ts'; import { type Shape as S } from './one.ts';`,
    [],
  ],
  ['no other file', `new URL('./package.json', import.meta.url); import 'node:fs';`, []],
])('reaches %s', (_, source, names) => {
  for (const [name, text] of Object.entries({ ...SOURCES, 'main.ts': source })) {
    writeFileSync(join(folder, name), text);
  }
  const program = sourceProgram(join(folder, '..', '..', '..'));
  const entry = program.fileAt(join(folder, 'main.ts'))!;
  const reached = [...reachedModules(entry, program)].map(({ fileName }) => basename(fileName));
  expect(reached.filter((name) => name !== 'main.ts').sort()).toEqual(names);
});
