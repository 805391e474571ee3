import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PageError } from '../page.ts';
import type { Drawing } from './drawings.ts';
import { pictureProblems } from './picture-problems.ts';
import { recordPictures } from './picture-records.ts';

const LADDER: Drawing = { pictures: ['en/ladder.svg'], sources: ['libs/ladder/**/*.ts'] };
const CHART: Drawing = { pictures: ['en/chart.svg', 'id/chart.svg'], sources: ['apps/chart.ts'] };
const PATHS = ['id/chart.svg', 'en/chart.svg', 'en/ladder.svg'].map((name) =>
  join('docs/pictures', name),
);

let root: string;
const write = (path: string, content: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
};
const remove = (path: string) => rmSync(join(root, path));
const problems = () => pictureProblems(root, [LADDER, CHART]);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pictures-'));
  for (const path of PATHS) write(path, '<svg/>');
  write('libs/ladder/rung.ts', 'draw()');
  write('libs/ladder/rung.spec.ts', 'it()');
  write('apps/chart.ts', 'draw()');
  for (const drawing of [LADDER, CHART]) recordPictures(root, drawing);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('pictureProblems', () => {
  it('has none with pictures that have just been drawn', () => expect(problems()).toEqual([]));

  it.each([
    ['changed', () => write('libs/ladder/rung.ts', 'draw(2)')],
    ['new', () => write('libs/ladder/deep/arrow.ts', '')],
    ['renamed', () => (remove('libs/ladder/rung.ts'), write('libs/ladder/step.ts', 'draw()'))],
  ])('finds a picture whose source is %s, and no other', (_, change) => {
    change();
    expect(problems()).toEqual([
      'docs/pictures/en/ladder.svg is older than what draws it: npx nx run docs:pictures',
    ]);
  });

  it('leaves tests out of what draws a picture', () => {
    write('libs/ladder/rung.spec.ts', 'it.skip()');
    expect(problems()).toEqual([]);
  });

  it('finds what is missing, and what was edited', () => {
    remove('docs/pictures/id/chart.svg');
    write('docs/pictures/en/ladder.svg', '<svg><!-- mended by hand --></svg>');
    expect(problems()).toEqual([
      'docs/pictures/en/ladder.svg is not what was drawn: npx nx run docs:pictures',
      'docs/pictures/id/chart.svg is missing: npx nx run docs:pictures',
    ]);
  });

  it('finds a picture that was put there without a record', () => {
    remove('docs/pictures/sources.json');
    expect(problems()).toHaveLength(PATHS.length);
  });

  it('finds a picture that nothing draws any more', () => {
    write('docs/pictures/en/former.svg', '<svg/>');
    expect(problems()).toEqual(['docs/pictures/en/former.svg is drawn by nothing: delete it']);
  });

  it('is satisfied again by drawing what is old, and keeps what is known of the rest', () => {
    write('apps/chart.ts', 'draw(2)');
    recordPictures(root, CHART);
    expect(problems()).toEqual([]);
  });

  it('refuses a list of sources that has gone', () => {
    remove('apps/chart.ts');
    expect(problems).toThrow(PageError);
    expect(problems).toThrow('no file is apps/chart.ts');
  });
});
