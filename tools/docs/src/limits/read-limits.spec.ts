import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLimits, type LimitsRead } from './read-limits.ts';

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'limits-'))));
afterEach(() => rmSync(root, { recursive: true }));

const SPEC = `
it('refuses the next one', () => {});
it.each([1])('refuses %d', () => {});
onLinux('holds there', () => {});
it.skip('is skipped', () => {});
it.skip.each([1])('is skipped %d', () => {});
describe('a suite', () => {});
`;

function read(source: string, more: Readonly<Record<string, string>> = {}): LimitsRead {
  const files = { 'a.spec.ts': SPEC, ...more, 'a.ts': source };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return readLimits([join(root, 'a.ts')], root);
}

const tagged = (declaration: string, test = 'refuses the next one', what = 'Clients.') =>
  `/**\n * ${what}\n * @unit connections\n * @against a\n *   flood\n * @provenBy ./a.spec.ts: ${test}\n */\n${declaration}`;

describe('readLimits', () => {
  it('reads what a constant says of itself', () => {
    expect(read(tagged('const MAX_CLIENTS = 4 * 1024;'))).toMatchObject({
      problems: [],
      limits: [
        {
          name: 'MAX_CLIENTS',
          file: 'a.ts',
          what: 'Clients.',
          value: { default: 4096 },
          unit: 'connections',
          against: 'a flood',
          tests: [{ file: 'a.spec.ts', title: 'refuses the next one' }],
        },
      ],
    });
  });

  it.each([
    ['64_000', { default: 64_000 }],
    ['(2 ** 10 - 24) / 2 + 1', { default: 501 }],
    ['OTHER * 2', { default: 14 }],
    ['{ default: 1, min: 0, max: Number.MAX_SAFE_INTEGER }', { default: 1, min: 0 }],
    ['{ min: 1, max: OBJECT.inside }', { min: 1, max: 9 }],
  ])('computes %s', (text, value) => {
    const source = `import { OTHER } from './b.ts';\nconst OBJECT = { inside: 9 };\n`;
    const { limits } = read(`${source}${tagged(`const MAX = ${text};`)}`, {
      'b.ts': 'export const OTHER = 7;',
    });
    expect(limits[0]?.value).toMatchObject(value);
  });

  it('takes the words for a member from the interface that it fills in', () => {
    const { limits } = read(`
      interface Limits {
        /** How many. */
        readonly most: number;
      }
      const LIMITS: { readonly [Name in keyof Limits]: { default: number } } = {
        ${tagged('most: { default: 5 },').replace(' * Clients.\n', '')}
      };`);
    expect(limits[0]).toMatchObject({ name: 'most', what: 'How many.', value: { default: 5 } });
  });

  it.each([
    'const MAX_CLIENTS = 4;',
    'const LIMITS = { clients: 4 };',
    'const START_TIMEOUT_MS = 4;',
  ])('misses the tags of %s', (source) => {
    expect(read(source).problems).toEqual([
      expect.stringMatching(/^a\.ts: \w+ lacks @unit, @against, @provenBy$/),
    ]);
  });

  it.each(['const COUNT = 4;', 'function f() { const MAX = 4; return MAX; }'])(
    'leaves %s alone',
    (source) => expect(read(source)).toMatchObject({ limits: [], problems: [] }),
  );

  it.each([
    'no test of that name',
    'is skipped',
    'is skipped %d',
    'a suite',
    'REFUSES THE NEXT ONE',
  ])('does not believe in the test "%s"', (title) => {
    expect(read(tagged('const MAX = 1;', title)).problems).toEqual([
      `a.ts: MAX is to be proven by a test that is not there: ./a.spec.ts: ${title}`,
    ]);
  });

  it.each(['refuses %d', 'holds there'])('knows the test "%s"', (title) => {
    expect(read(tagged('const MAX = 1;', title)).problems).toEqual([]);
  });

  it('notices a docstring that names another default', () => {
    const declare = (what: string) => read(tagged('const MAX = 2048;', undefined, what)).problems;
    expect(declare('Bytes. Default 2 KiB.')).toEqual([]);
    expect(declare('Bytes. Default 2,048.')).toEqual([]);
    expect(declare('Bytes. Default 4 KiB.')).toEqual(['a.ts: MAX is 2048, its docstring differs']);
  });

  it('refuses a limit that is no number in the code', () => {
    expect(read(tagged('const MAX = Math.random();')).problems).toEqual([
      'a.ts: MAX is no number that stands in the code',
    ]);
  });
});
