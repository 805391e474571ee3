import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProgramErrors } from '@praktikum/service';
import { PageError } from '../page.ts';

/** Where code says by which errors the programs that run it can end. */
const MODULES = '{apps,libs,tools}/*/src/**/errors.ts';

/**
 * The codes of the workspace, by the module that exports them as `ERRORS`. They are imported
 * by their path: nobody imports an app.
 * @param root of the workspace; the paths in the result are relative to it
 * @throws PageError for a module that exports something else
 */
export async function loadErrors(root: string): Promise<ReadonlyMap<string, ProgramErrors>> {
  const loaded = new Map<string, ProgramErrors>();
  for (const file of globSync(MODULES, { cwd: root }).sort()) {
    const module = (await import(pathToFileURL(join(root, file)).href)) as {
      ERRORS?: ProgramErrors;
    };
    if (module.ERRORS?.errors === undefined) throw new PageError([`${file} exports no ERRORS`]);
    loaded.set(file, module.ERRORS);
  }
  return loaded;
}
