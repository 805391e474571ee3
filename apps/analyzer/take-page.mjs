import { cpSync } from 'node:fs';
import { join } from 'node:path';

/** Takes the page of the HTML report, as analyzer-page was built, into the analyzer's own folder. */
const page = join(import.meta.dirname, '..', 'analyzer-page', 'dist');
cpSync(page, join(import.meta.dirname, 'dist', 'report-page'), { recursive: true });
