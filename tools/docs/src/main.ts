import { exitCodesPage } from './exit-codes-page.ts';
import { isFresh, updatePage } from './page.ts';

const PAGES = [exitCodesPage];

const [verb] = process.argv.slice(2);
for (const page of PAGES) {
  if (verb === 'update') {
    await updatePage(page);
    console.log(`${page.path}: written`);
  } else if (!(await isFresh(page))) {
    console.error(`${page.path} is not what the code says: npx nx run docs:update`);
    process.exitCode = 1;
  }
}
