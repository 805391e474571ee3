import { deadPaths } from './dead-paths.ts';
import { exitCodesPage } from './exit-codes-page.ts';
import { limitsPage } from './limits-page.ts';
import { houseMap } from './house-map.ts';
import { isFresh, PageError, updatePage, WORKSPACE_ROOT, type Page } from './page.ts';
import { DRAWINGS } from './pictures/drawings.ts';
import { pictureProblems } from './pictures/picture-problems.ts';
import { imageProblems } from './pictures/readme-images.ts';

const housePage: Page = {
  path: 'docs/ARCHITECTURE.md',
  section: 'house',
  markdown: () => houseMap(WORKSPACE_ROOT),
};

const PAGES = [exitCodesPage, limitsPage, housePage];
const READMES = { id: 'README.id.md', en: 'README.md' };

const [verb] = process.argv.slice(2);
if (verb === 'update') await updatePages();
else if (verb === 'pictures') await updatePictures();
else await check();

async function updatePages(): Promise<void> {
  for (const page of PAGES) {
    await orFail(page.path, async () => {
      await updatePage(page);
      console.log(`${page.path}: written`);
    });
  }
}

async function updatePictures(): Promise<void> {
  // What starts programs and a browser is loaded for nothing else.
  const { drawPictures } = await import('./pictures/draw-pictures.ts');
  const problem = await drawPictures(WORKSPACE_ROOT, (path) => console.log(`${path}: drawn`));
  if (problem !== undefined) fail(problem);
}

async function check(): Promise<void> {
  for (const page of PAGES) {
    await orFail(page.path, async () => {
      if (await isFresh(page)) return;
      fail(`${page.path} is not what the code says: npx nx run docs:update`);
    });
  }
  const dead = deadPaths(housePage.path, WORKSPACE_ROOT);
  if (dead.length > 0) fail(`${housePage.path} names what is not there: ${dead.join(', ')}`);
  await orFail('docs/pictures', () => {
    pictureProblems(WORKSPACE_ROOT, Object.values(DRAWINGS)).forEach(fail);
  });
  imageProblems(WORKSPACE_ROOT, READMES).forEach(fail);
}

/** Does it, and says what keeps a page or a picture from being made. */
async function orFail(what: string, work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    fail(`${what} cannot be made:\n${error.message}`);
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
