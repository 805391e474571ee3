import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ProgramErrors } from '@praktikum/service';
import { readCodes } from './read-codes.ts';

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'read-codes-'))));
afterEach(() => rmSync(root, { recursive: true }));

const meaning = (what: string) => ({ id: `arti ${what}`, en: what });
const entry = (exitCode: number) => ({
  exitCode,
  id: () => ({ message: '', remedies: [] }),
  en: () => ({ message: '', remedies: [] }),
});
const errors = (
  codes: Record<string, number>,
  exitCodes: Record<number, string>,
): ProgramErrors => ({
  exitCodes: Object.fromEntries(
    Object.entries(exitCodes).map(([code, what]) => [code, meaning(what)]),
  ),
  errors: Object.fromEntries(Object.entries(codes).map(([code, exit]) => [code, entry(exit)])),
});

const SERVICE = 'libs/service/src/errors.ts';
const ECHO = 'apps/echo/src/errors.ts';

/** A library, and a program that uses one half of it. */
const SOURCES: Readonly<Record<string, string>> = {
  [SERVICE]: 'export const ERRORS = {};',
  'libs/service/src/index.ts': `
    export { runProgram } from './run-program.ts';
    export { listen } from './listen.ts';
    export { connect } from './connect.ts';`,
  'libs/service/src/run-program.ts': `
    import { ERRORS } from './errors.ts';
    export const runProgram = (errors: unknown) => [ERRORS, errors, 'ERR_USAGE'];`,
  'libs/service/src/listen.ts': `export const listen = () => { throw new CodedError('EBUSY', ''); };`,
  'libs/service/src/connect.ts': `export const connect = () => 'ERR_REFUSED';`,
  [ECHO]: 'export const ERRORS = {};',
  'apps/echo/src/program.ts': `
    import { listen, runProgram } from '../../../libs/service/src/index.ts';
    import { ERRORS } from './errors.ts';
    const ending = 'ts';
    runProgram(ERRORS);
    listen(new URL(\`./worker.\${ending}\`, import.meta.url));`,
  'apps/echo/src/worker.ts': `export const code = 'ERR_ECHO';`,
  'apps/echo/src/worker.spec.ts': `export const code = 'ERR_OF_A_TEST';`,
};

const TABLES: Readonly<Record<string, ProgramErrors>> = {
  [SERVICE]: errors({ ERR_USAGE: 2, ERR_UNEXPECTED: 1 }, { 0: 'well', 1: 'other', 2: 'usage' }),
  [ECHO]: errors({ EBUSY: 3, ERR_ECHO: 4 }, { 3: 'busy', 4: 'echo' }),
};

function read(sources: Record<string, string> = {}, tables: Record<string, ProgramErrors> = {}) {
  for (const [file, source] of Object.entries({ ...SOURCES, ...sources })) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), source);
  }
  return readCodes(root, new Map(Object.entries({ ...TABLES, ...tables })));
}

describe('readCodes', () => {
  it('finds the codes of a program: of its threads too, and of no code that it does not run', () => {
    const { programs, problems } = read();
    expect(problems).toEqual([]);
    expect(programs.map(({ name }) => name)).toEqual(['echo']);
    expect(Object.keys(programs[0]!.errors).sort()).toEqual([
      'EBUSY',
      'ERR_ECHO',
      'ERR_UNEXPECTED',
      'ERR_USAGE',
    ]);
    expect(Object.keys(programs[0]!.exitCodes)).toEqual(['0', '1', '2', '3', '4']);
  });

  it('refuses a code that the program cannot explain', () => {
    const worker = 'apps/echo/src/worker.ts';
    expect(read({ [worker]: `const codes = ['ERR_ECHO', 'ERR_NEW'];` }).problems).toEqual([
      `${worker}: echo speaks of ERR_NEW, which is in no errors.ts that it uses`,
    ]);
  });

  it('refuses a table that the program does not use', () => {
    const program = SOURCES['apps/echo/src/program.ts']!.replace(/.*errors\.ts.*/, '');
    const { problems } = read({ 'apps/echo/src/program.ts': program });
    expect(problems).toContain(
      'apps/echo/src/worker.ts: echo speaks of ERR_ECHO, which is in no errors.ts that it uses',
    );
  });

  it('takes a code of log lines for explained', () => {
    const logCodes = { ERR_NEW: { event: 'closed', ...meaning('new') } };
    const { programs, problems } = read(
      { 'apps/echo/src/worker.ts': `const codes = ['ERR_ECHO', 'ERR_NEW'];` },
      { [ECHO]: { ...TABLES[ECHO]!, logCodes } },
    );
    expect(problems).toEqual([]);
    expect(programs[0]!.logCodes).toEqual(logCodes);
  });

  it.each([
    [
      'two meanings of a number',
      errors({ EBUSY: 2, ERR_ECHO: 4 }, { 2: 'busy', 4: 'echo' }),
      [`${ECHO}: exit code 2 means something else already: usage · arti usage`],
    ],
    [
      'a number without a meaning',
      errors({ EBUSY: 3, ERR_ECHO: 4 }, { 3: 'busy' }),
      ['echo: nobody says what exit code 4 means'],
    ],
    [
      'a number that nothing leads to',
      errors({ EBUSY: 3, ERR_ECHO: 3 }, { 3: 'busy', 4: 'echo' }),
      ['echo: --help names exit code 4, which no error of it leads to'],
    ],
    [
      'two exit codes of an error',
      errors({ EBUSY: 3, ERR_ECHO: 4, ERR_USAGE: 3 }, { 3: 'busy', 4: 'echo' }),
      [`${ECHO}: ERR_USAGE has exit code 2 elsewhere`],
    ],
    [
      'an error that no program meets',
      errors({ EBUSY: 3, ERR_ECHO: 4, ERR_OLD: 3 }, { 3: 'busy', 4: 'echo' }),
      [`${ECHO}: no program meets ERR_OLD`],
    ],
  ])('refuses %s', (_, table, problems) => {
    expect(read({}, { [ECHO]: table }).problems).toEqual(expect.arrayContaining(problems));
  });

  it('says where the code of an error cannot be told', () => {
    const thrower = `export const fail = (code: string) => new CodedError(code, '');`;
    const { problems } = read({
      'apps/echo/src/worker.ts': `export * from './fail.ts'; export const code = 'ERR_ECHO';`,
      'apps/echo/src/fail.ts': thrower,
    });
    expect(problems).toEqual([
      'apps/echo/src/fail.ts: line 1: the type of the code does not say what it may be',
    ]);
  });
});
