import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documentedCommands, type DocumentedCommand } from './documented-commands.ts';
import { inEnglish, SHOWN_ONLY } from './guide-commands.ts';
import { GUIDE_FOLDERS, GUIDE_PAGES, guidePath, type GuidePage } from './guide-pages.ts';
import { anchorsOf, declares, linksOf } from './page-links.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const LANGUAGES = ['id', 'en'] as const;
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const otherOf = (language: keyof GuidePage) => (language === 'id' ? 'en' : 'id');

describe('the guide', () => {
  it.each(LANGUAGES)('has the pages that are listed, and no others, in %s', (language) => {
    const names = GUIDE_PAGES.map((page) => page[language]);
    expect(readdirSync(join(ROOT, GUIDE_FOLDERS[language])).sort()).toEqual(names.sort());
  });

  it.each(GUIDE_PAGES)('has the same commands in $id and $en', (page) => {
    const [id, en] = LANGUAGES.map((language) =>
      documentedCommands(ROOT, guidePath(page, language)),
    );
    const shown = ({ command, output, serves }: DocumentedCommand) => ({
      command: inEnglish(command),
      serves,
      lines: output.length,
    });
    expect(id!.map(shown)).toEqual(en!.map(shown));
  });

  it.each([
    ['README.md', 'docs/guide/README.md'],
    ['README.id.md', 'docs/panduan/README.md'],
  ])('is linked from %s', (page, contents) => {
    expect(linksOf(textOf(page)).map(({ target }) => target)).toContain(contents);
  });

  it('shows every command that is never run', () => {
    const commands = GUIDE_PAGES.flatMap((page) => documentedCommands(ROOT, guidePath(page, 'en')));
    const unmet = SHOWN_ONLY.filter(
      ([pattern]) => !commands.some(({ command }) => pattern.test(command)),
    );
    expect(unmet).toEqual([]);
  });
});

const PAGES = GUIDE_PAGES.flatMap((page) => LANGUAGES.map((language) => ({ page, language })));
const named = PAGES.map((entry) => ({ ...entry, path: guidePath(entry.page, entry.language) }));

describe.each(named)('$path', ({ page, language, path }) => {
  const links = linksOf(textOf(path));
  const leadsTo = (target: string) => join(dirname(path), target);

  it('leads to its twin in the other language', () => {
    const twin = guidePath(page, otherOf(language));
    expect(links.map(({ target }) => leadsTo(target))).toContain(twin);
  });

  it('is in the contents, and leads back there', () => {
    const contents = guidePath(GUIDE_PAGES[0]!, language);
    const listed = linksOf(textOf(contents)).map(({ target }) => join(dirname(contents), target));
    if (path !== contents) {
      expect(listed).toContain(path);
      expect(links.map(({ target }) => leadsTo(target))).toContain(contents);
    }
  });

  it('has no dead link', () => {
    const dead = links.filter(({ target, anchor }) => {
      const file = target === '' ? path : leadsTo(target);
      if (!existsSync(join(ROOT, file))) return true;
      return anchor !== undefined && !anchorsOf(textOf(file)).includes(anchor);
    });
    expect(dead).toEqual([]);
  });

  it('names what its source files declare', () => {
    const wrong = links.filter(({ text, target }) => {
      if (!/\.(ts|mjs)$/.test(target)) return false;
      const name = /^`([\w.#]+?)(?:\(\))?`$/.exec(text)?.[1];
      return name === undefined || !declares(textOf(leadsTo(target)), name);
    });
    expect(wrong).toEqual([]);
  });

  it('names no place of this machine', () => {
    expect(textOf(path)).not.toMatch(/\/(tmp|root|home)\//);
  });
});
