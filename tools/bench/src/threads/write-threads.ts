import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { curveChart } from './curve-chart.ts';
import { figuresSection, machineLine, type ThreadRun } from './figures-section.ts';

/** What stands between these is replaced by each run. */
const FIGURES = /(<!-- figures -->\n)[^]*(<!-- end of figures -->)/;

/**
 * Writes the curves of a run to `threads/` and its tables into `THREADS.md`.
 * @param folder the one that holds the page
 * @throws Error when the page has no place for the figures
 */
export async function writeThreads(folder: string, run: ThreadRun): Promise<readonly string[]> {
  const file = join(folder, 'THREADS.md');
  const page = await readFile(file, 'utf8');
  if (!FIGURES.test(page)) throw new Error(`${file} has no <!-- figures -->`);
  await mkdir(join(folder, 'threads'), { recursive: true });
  const charts = run.curves.map((curve) => ({
    path: join(folder, 'threads', `${curve.name}.svg`),
    svg: curveChart(curve, run.samples, machineLine(run.machine)),
  }));
  for (const { path, svg } of charts) await writeFile(path, svg);
  const text = page.replace(FIGURES, (_, start: string, end: string) =>
    [start, figuresSection(run), end].join('\n'),
  );
  const options = { ...(await resolveConfig(file)), filepath: file };
  await writeFile(file, await format(text, options));
  return [file, ...charts.map(({ path }) => path)];
}
