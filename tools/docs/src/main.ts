import { deadPaths } from './dead-paths.ts';
import { exitCodesPage } from './exit-codes-page.ts';
import { limitsPage } from './limits-page.ts';
import { houseMap } from './house-map.ts';
import { isFresh, PageError, updatePage, WORKSPACE_ROOT, type Page } from './page.ts';

const housePage: Page = {
  path: 'docs/ARCHITECTURE.md',
  section: 'house',
  markdown: () => houseMap(WORKSPACE_ROOT),
};

const PAGES = [exitCodesPage, limitsPage, housePage];

const [verb] = process.argv.slice(2);
for (const page of PAGES) {
  await (verb === 'update' ? update(page) : check(page)).catch((error: unknown) => {
    if (!(error instanceof PageError)) throw error;
    fail(`${page.path} cannot be made:\n${error.message}`);
  });
}

if (verb !== 'update') {
  const dead = deadPaths(housePage.path, WORKSPACE_ROOT);
  if (dead.length > 0) fail(`${housePage.path} names what is not there: ${dead.join(', ')}`);
}

async function update(page: Page): Promise<void> {
  await updatePage(page);
  console.log(`${page.path}: written`);
}

async function check(page: Page): Promise<void> {
  if (!(await isFresh(page))) {
    fail(`${page.path} is not what the code says: npx nx run docs:update`);
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
