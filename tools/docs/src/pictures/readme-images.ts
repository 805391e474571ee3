import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@praktikum/protocol';
import { PICTURES } from './drawings.ts';

/** The same page in each language. */
export type Readmes = Readonly<Record<Language, string>>;

/** `![Ladder](docs/pictures/en/ladder.svg)`, `<img src="…">` and `<source srcset="…">`. */
const IMAGE = /!\[[^\]]*\]\(([^)\s]+)[^)]*\)|\b(?:src|srcset)="([^"\s]+)/g;

/**
 * What is wrong with the images of the READMEs, one sentence each: a file that is not there, or a picture
 * that only one of them shows in its language.
 */
export function imageProblems(root: string, readmes: Readmes): string[] {
  const pages = Object.entries(readmes).map(([language, path]) => {
    const images = imagesIn(readFileSync(join(root, path), 'utf8'));
    const folder = `${PICTURES}/${language}/`;
    // `docs/pictures/en/ladder.svg` is `ladder.svg` of its language.
    const shown = new Set(images.map((image) => image.replace(folder, '')));
    return { path, images, folder, shown };
  });
  const dead = pages.flatMap(({ path, images }) =>
    images
      .filter((image) => !existsSync(join(root, image)))
      .map((image) => `${path} shows ${image}, which is not there`),
  );
  const all = new Set(pages.flatMap(({ shown }) => [...shown]));
  const missing = pages.flatMap(({ path, folder, shown }) =>
    [...all]
      .filter((image) => !shown.has(image))
      .map((image) => `${path} does not show ${image.includes('/') ? image : folder + image}`),
  );
  return [...dead, ...missing];
}

function imagesIn(page: string): string[] {
  const named = [...page.matchAll(IMAGE)].map(([, inMarkdown, inHtml]) => inMarkdown ?? inHtml!);
  return named.filter((image) => !/^https?:/.test(image));
}
