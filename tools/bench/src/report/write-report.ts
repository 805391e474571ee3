import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkRatios } from '../ratios.ts';
import { renderChart } from './chart.ts';
import { renderMarkdown } from './markdown.ts';
import type { Report } from './report.ts';
import type { Subject } from './subject.ts';

export interface ReportFiles {
  readonly json: string;
  readonly markdown: string;
  readonly charts: readonly string[];
}

/**
 * Writes a run to a folder: `<prefix><time>.json`, `<prefix><time>.md` and a chart for every case
 * that was measured.
 */
export async function writeReport(
  folder: string,
  report: Report,
  subject: Subject,
): Promise<ReportFiles> {
  const name = subject.prefix + report.startedAt.slice(0, 19).replaceAll(':', '-');
  const ratios = checkRatios(report.samples, report.machine.cores, subject.ratios);
  await mkdir(folder, { recursive: true });
  const charts = new Map<string, string>();
  for (const each of subject.cases) {
    if (!report.samples.some((sample) => sample.case === each.name)) continue;
    const file = `${name}-${each.name}.svg`;
    await writeFile(join(folder, file), renderChart(each, report.samples));
    charts.set(each.name, file);
  }
  const json = join(folder, `${name}.json`);
  const markdown = join(folder, `${name}.md`);
  await writeFile(json, `${JSON.stringify({ ...report, ratios }, undefined, 2)}\n`);
  await writeFile(markdown, renderMarkdown(report, subject, ratios, charts));
  return { json, markdown, charts: [...charts.values()].map((file) => join(folder, file)) };
}
