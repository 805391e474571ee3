import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

export const WORKSPACE_ROOT = join(import.meta.dirname, '..', '..', '..');

/** A page of docs/ that is made from the code. */
export interface Page {
  /** Relative to the workspace: `docs/EXIT-CODES.md`. */
  readonly path: string;
  /** @throws PageError when the code does not say what the page needs */
  readonly markdown: () => string | Promise<string>;
}

/** What keeps a page from being made, one line for each place to mend. */
export class PageError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const NOTICE =
  '<!-- Made from the code by `npx nx run docs:update`; changes here are lost. -->\n\n';

/** Writes the page as the code has it now. */
export async function updatePage(page: Page): Promise<void> {
  await writeFile(join(WORKSPACE_ROOT, page.path), await textOf(page));
}

/** Whether the page says what the code says. */
export async function isFresh(page: Page): Promise<boolean> {
  const written = await readFile(join(WORKSPACE_ROOT, page.path), 'utf8').catch(() => '');
  return written === (await textOf(page));
}

async function textOf({ path, markdown }: Page): Promise<string> {
  const filepath = join(WORKSPACE_ROOT, path);
  const text = NOTICE + (await markdown());
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}
