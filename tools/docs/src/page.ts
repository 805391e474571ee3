import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

export const WORKSPACE_ROOT = join(import.meta.dirname, '..', '..', '..');

/** A page of docs/, or a section of one, that is made from the code. */
export interface Page {
  /** Relative to the workspace: `docs/EXIT-CODES.md`. */
  readonly path: string;
  /** The name in the comments that it stands between. Default: it is the whole page. */
  readonly section?: string;
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

async function textOf({ path, section, markdown }: Page): Promise<string> {
  const filepath = join(WORKSPACE_ROOT, path);
  const made = await markdown();
  const text =
    section === undefined
      ? NOTICE + made
      : withSection(await readFile(filepath, 'utf8'), section, made);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

/** @throws PageError when the page does not name the section */
function withSection(page: string, section: string, made: string): string {
  const [begin, end] = [
    `<!-- ${section}: made by \`npx nx run docs:update\` -->`,
    `<!-- /${section} -->`,
  ];
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new PageError([`${begin} … ${end} is missing`]);
  return `${before}${begin}\n\n${made}\n\n${end}${after}`;
}
