import { rename } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { outputError, writeOutput } from '@praktikum/service';
import { readRegularFile } from '../evidence/read-regular-file.ts';
import { sha256Of } from '../evidence/sha256-of.ts';

/** Digests of the reports as this program has written them. */
const MEMORY = '.laporan.json';

/**
 * A report that its writer has changed by hand is not overwritten: it gets another name.
 * @returns the new name of what stood there; undefined where nothing had to be kept
 * @throws CodedError `ERR_FILE`
 */
export async function keepEdited(folder: string, name: string): Promise<string | undefined> {
  const path = join(folder, name);
  const content = await readRegularFile(path);
  if (content === undefined) return undefined;
  if ((await remembered(folder))[name] === sha256Of(content)) return undefined;
  const { name: base, ext } = parse(name);
  const moment = new Date().toISOString().replaceAll(/[-:.]/g, '');
  const kept = `${base}-${moment}${ext}`;
  await rename(path, join(folder, kept)).catch((error: unknown) => {
    throw outputError(path, error);
  });
  return kept;
}

/**
 * Writes a report, and remembers how it was.
 * @throws CodedError `ERR_FILE`
 */
export async function rememberWritten(
  folder: string,
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  const memory = { ...(await remembered(folder)), [name]: sha256Of(content) };
  // First: what is written after it and not remembered would be taken for a writer's own.
  await writeOutput(join(folder, MEMORY), JSON.stringify(memory), true);
  await writeOutput(join(folder, name), content, true);
}

async function remembered(folder: string): Promise<Record<string, string>> {
  try {
    const known: unknown = JSON.parse(String(await readRegularFile(join(folder, MEMORY))));
    return { ...(known as Record<string, string> | null) };
  } catch {
    return {}; // nothing was written yet, or nobody knows what: then all is kept
  }
}
