import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { imageProblems } from './readme-images.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'readmes-'));
  for (const language of ['id', 'en']) {
    mkdirSync(join(root, 'docs/pictures', language), { recursive: true });
    for (const name of ['ladder.svg', 'light.png', 'dark.png']) {
      writeFileSync(join(root, 'docs/pictures', language, name), '');
    }
  }
});
afterEach(() => rmSync(root, { recursive: true }));

const LADDER = (language: string) => `![A ladder](docs/pictures/${language}/ladder.svg)`;
const REPORT = (language: string) => `<picture>
  <source media="(prefers-color-scheme: dark)" srcset="docs/pictures/${language}/dark.png">
  <img alt="The report" src="docs/pictures/${language}/light.png">
</picture>`;

function problems(id: string, en: string): string[] {
  writeFileSync(join(root, 'README.id.md'), id);
  writeFileSync(join(root, 'README.md'), en);
  return imageProblems(root, { id: 'README.id.md', en: 'README.md' });
}

it('has nothing to say of the same pictures, each in its language', () => {
  const page = (language: string) => `${LADDER(language)}\n\n${REPORT(language)}\n`;
  expect(problems(page('id'), page('en'))).toEqual([]);
});

it('finds images that are not there, in Markdown and in HTML', () => {
  const gone = '![x](docs/gone.svg "title")';
  expect(problems(gone, `${gone} <img src="docs/lost.png">`)).toEqual([
    'README.id.md shows docs/gone.svg, which is not there',
    'README.md shows docs/gone.svg, which is not there',
    'README.md shows docs/lost.png, which is not there',
    'README.id.md does not show docs/lost.png',
  ]);
});

it('finds a picture that one page shows alone', () => {
  expect(problems(LADDER('id'), `${LADDER('en')}\n${REPORT('en')}`)).toEqual([
    'README.id.md does not show docs/pictures/id/dark.png',
    'README.id.md does not show docs/pictures/id/light.png',
  ]);
});

it('finds a picture in the wrong language', () => {
  expect(problems(LADDER('en'), LADDER('en'))).toEqual([
    'README.id.md does not show docs/pictures/id/ladder.svg',
    'README.md does not show docs/pictures/en/ladder.svg',
  ]);
});
