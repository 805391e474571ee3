import { globSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Drawing, PICTURES } from './drawings.ts';
import {
  hashOfPicture,
  hashOfSources,
  type PictureRecords,
  readRecords,
  RECORDS,
} from './picture-records.ts';

const COMMAND = 'npx nx run docs:pictures';

/**
 * What is wrong with the pictures, one sentence each: older than what draws them, changed by hand, missing,
 * or drawn by nobody.
 * @throws PageError when what draws a picture cannot be found
 */
export function pictureProblems(root: string, drawings: readonly Drawing[]): string[] {
  const records = readRecords(root);
  const known = new Set(drawings.flatMap(({ pictures }) => pictures));
  const strangers = globSync('**/*.*', { cwd: join(root, PICTURES) })
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => file !== RECORDS && !known.has(file))
    .sort();
  return [
    ...drawings.flatMap((drawing) => problemsOf(root, drawing, records)),
    ...strangers.map((file) => `${PICTURES}/${file} is drawn by nothing: delete it`),
  ];
}

function problemsOf(
  root: string,
  { pictures, sources }: Drawing,
  records: PictureRecords,
): string[] {
  const now = hashOfSources(root, sources);
  return pictures.flatMap((name) => {
    const picture = hashOfPicture(root, name);
    const record = records[name];
    const path = `${PICTURES}/${name}`;
    if (picture === undefined) return [`${path} is missing: ${COMMAND}`];
    if (picture !== record?.picture) return [`${path} is not what was drawn: ${COMMAND}`];
    if (now !== record.sources) return [`${path} is older than what draws it: ${COMMAND}`];
    return [];
  });
}
