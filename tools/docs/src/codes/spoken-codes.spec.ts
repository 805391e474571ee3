import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceProgram } from './source-program.ts';
import { spokenCodes } from './spoken-codes.ts';

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'spoken-codes-'))));
afterEach(() => rmSync(root, { recursive: true }));

function read(source: string) {
  const folder = join(root, 'apps', 'a', 'src');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'a.ts'), source);
  const { files, checker } = sourceProgram(root);
  const { codes, problems } = spokenCodes(files[0]!, checker);
  return { codes: [...codes].sort(), problems };
}

describe('spokenCodes', () => {
  it.each([
    ['a code that is thrown', `throw new CodedError('ERR_ONE', 'x');`],
    ['one in a constant', `const LOST = 'ERR_ONE'; throw new CodedError(LOST, 'x');`],
    ['one in a table', `const CODES = [[/a/, 'ERR_ONE']] as const;`],
    ['one that is an argument', `fail('ERR_ONE');`],
    ['one of a log line', `end({ code: 'ERR_ONE' });`],
    ['one in a template', 'const code = `ERR_ONE`;'],
  ])('finds %s', (_, source) => {
    expect(read(source)).toEqual({ codes: ['ERR_ONE'], problems: [] });
  });

  it("finds the system's where they are thrown, and not where they are compared", () => {
    const source = `
      const EXPLAINED = ['ECONNRESET', 'EPIPE'] as const;
      const code = EXPLAINED.find((known) => known === codeOf(error));
      if (code === undefined || code === 'EXDEV') throw error;
      throw new CodedError(code, 'x');
      throw new CodedError(late ? 'EMFILE' : 'ENFILE', 'x');`;
    expect(read(source)).toEqual({
      codes: ['ECONNRESET', 'EMFILE', 'ENFILE', 'EPIPE'],
      problems: [],
    });
  });

  it.each([
    `export type Code = 'ERR_ONE';`,
    `export const ERRORS = { ERR_ONE: {} };`,
    `codeOf(error).startsWith('ERR_');`,
    `throw new CodedError(codeOf(cause), 'x');`,
  ])('leaves %s alone', (source) => expect(read(source)).toEqual({ codes: [], problems: [] }));

  it.each([
    [
      `function fail(code: string) { throw new CodedError(code, 'x'); }`,
      /does not say what it may/,
    ],
    [`throw new CodedError(anything, 'x');`, /does not say what it may/],
    ['fail(`ERR_${name}`);', /put together/],
  ])('is not content with %s', (source, problem) => {
    expect(read(`\n${source}`).problems).toEqual([expect.stringMatching(problem)]);
    expect(read(`\n${source}`).problems[0]).toMatch(/^line 2: /);
  });
});
