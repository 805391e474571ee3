import { join } from 'node:path';
import { writeOutput } from '@praktikum/service';
import type { ResultsFolder } from '../practicum/results-folder.ts';

/** The page of the evidence: one file, made anew after each step. */
export const INDEX_PAGE = 'index.html';

export async function writeIndexPage({ path, evidence }: ResultsFolder): Promise<void> {
  await writeOutput(join(path, INDEX_PAGE), JSON.stringify(evidence), true);
}
