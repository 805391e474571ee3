import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = globSync('**/*.ts', {
  cwd: import.meta.dirname,
  exclude: (name) => name.endsWith('.spec.ts'),
}).map((file) => ({ file, source: readFileSync(join(import.meta.dirname, file), 'utf8') }));

/** A client is also whoever connects; the other names can only be those of our programs. */
const APPS = globSync('*', { cwd: join(import.meta.dirname, '../../../apps') })
  .map((name) => (name === 'client' ? 'client:|apps/client' : name))
  .join('|');

/** Comments may say which test proves a limit. */
const withoutTests = (source: string) => source.replace(/\S+(\.spec|-suite)\.ts/g, '');

/** `.option('--lang <id|en>'`, `choiceOption('--log-level <level>'`, `cert: '--cert <file>'` */
const DEFINED = new Set(
  SOURCES.flatMap(({ source }) => [
    ...source.matchAll(/(?:option\(|\b\w+: )'(?:-\w, )?(--[a-z][a-z-]*)/gi),
  ]).map(([, option]) => option),
);

describe.each(SOURCES)('$file', ({ source }) => {
  it('names no program of ours, and no way to start one', () => {
    const names = new RegExp(
      `\\b(${APPS}|npx nx|npm start|node praktikum|12345|panduan|the guide)\\b.*`,
      'g',
    );
    expect(withoutTests(source).match(names)).toBeNull();
  });

  it('names no option that a program adds', () => {
    const named = source.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];
    expect(named.filter((option) => !DEFINED.has(option))).toEqual([]);
  });
});
