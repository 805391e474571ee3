import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { PageError } from '../page.ts';
import { type Drawing, PICTURES } from './drawings.ts';

/** What a picture was drawn from, and what came of it: SHA-256, in hexadecimal. */
interface PictureRecord {
  readonly sources: string;
  readonly picture: string;
}

/** By the name of the picture: `en/ladder.svg`. */
export type PictureRecords = Readonly<Record<string, PictureRecord>>;

/** Beside the pictures, and committed with them. */
export const RECORDS = 'sources.json';

/** What is known of the pictures that are there; of none before the first was drawn. */
export function readRecords(root: string): PictureRecords {
  const text = contentOf(join(root, PICTURES, RECORDS))?.toString() ?? '{}';
  return JSON.parse(text) as PictureRecords;
}

/** Records pictures that have just been drawn; what is known of others stays. */
export function recordPictures(root: string, { pictures, sources }: Drawing): void {
  const drawnFrom = hashOfSources(root, sources);
  const drawn = pictures.map((name) => {
    const picture = hash(readFileSync(join(root, PICTURES, name)));
    return [name, { sources: drawnFrom, picture }] as const;
  });
  const all = { ...readRecords(root), ...Object.fromEntries(drawn) };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(root, PICTURES, RECORDS), `${JSON.stringify(sorted, null, 2)}\n`);
}

/** @returns undefined for a picture that is not there */
export function hashOfPicture(root: string, name: string): string | undefined {
  const content = contentOf(join(root, PICTURES, name));
  return content && hash(content);
}

/**
 * One hash of all files of these globs, their names among it.
 * @throws PageError for a glob that finds nothing: what drew the picture has moved
 */
export function hashOfSources(root: string, globs: readonly string[]): string {
  const found = globs.map((glob) =>
    globSync(glob, { cwd: root })
      .map((file) => file.replaceAll(sep, '/'))
      .filter((file) => !file.endsWith('.spec.ts')),
  );
  const lost = globs.filter((_, index) => found[index]!.length === 0);
  if (lost.length > 0) {
    throw new PageError(
      lost.map((glob) => `tools/docs/src/pictures/drawings.ts: no file is ${glob}`),
    );
  }
  const all = createHash('sha256');
  for (const file of [...new Set(found.flat())].sort()) {
    all.update(`${file}\n${hash(readFileSync(join(root, file)))}\n`);
  }
  return all.digest('hex');
}

function hash(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
