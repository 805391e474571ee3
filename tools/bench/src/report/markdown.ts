import { FIGURES, type Case, type FigureName } from '../cases/case.ts';
import type { CheckedRatio } from '../ratios.ts';
import { valuesOf, type Logging, type Sample } from '../samples.ts';
import { spreadOf, threeDigits, type Spread } from '../statistics.ts';
import type { Report } from './report.ts';
import type { Subject } from './subject.ts';

/**
 * The report for people.
 * @param charts file names of the charts, by case
 */
export function renderMarkdown(
  report: Report,
  { server, cases }: Subject,
  ratios: readonly CheckedRatio[],
  charts: ReadonlyMap<string, string>,
): string {
  const measured = cases.filter(({ name }) =>
    report.samples.some((sample) => sample.case === name),
  );
  const sections = [
    `# Bench of ${report.startedAt}`,
    machineSection(report),
    ratioSection(server, ratios),
    ...measured.map((each) => caseSection(each, report.samples, charts.get(each.name))),
    leftOutSection(report),
  ];
  return `${sections.join('\n\n')}\n`;
}

function machineSection({ machine, settings }: Report): string {
  const { processor, cores, memoryGiB, system, versions } = machine;
  const pairs = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return [
    `${processor}, ${cores} cores, ${memoryGiB} GiB; ${system}.`,
    `Versions: ${Object.entries(versions)
      .map(([tool, version]) => `${tool} ${version}`)
      .join('; ')}.`,
    `Settings: ${pairs.join(', ')}. The load generator ran on the same machine.`,
    'Medians; the smallest and the largest value of the rounds in brackets. A ratio is the median of those of single rounds.',
  ].join('\n');
}

function ratioSection(server: string, ratios: readonly CheckedRatio[]): string {
  const rows = ratios.map(({ what, value, bound, limit, verdict }) => [
    what,
    value === undefined ? '' : formatSpread(value),
    `${bound} ${limit}`,
    verdict === 'missed' ? '**missed**' : verdict,
  ]);
  return `## Where ${server} has to stand\n\n${table(['', 'ratio', 'required', ''], rows)}`;
}

function caseSection(each: Case, samples: readonly Sample[], chart: string | undefined): string {
  const { name, what } = each;
  const own = samples.filter((sample) => sample.case === name);
  const figures = (Object.keys(FIGURES) as FigureName[]).filter((figure) =>
    own.some((sample) => sample.figures[figure] !== undefined),
  );
  const head = [
    'peer',
    'logging',
    ...figures.map((figure) => `${figure} (${FIGURES[figure].unit})`),
  ];
  const rows = combinationsOf(own).map(([peer, logging]) => [
    peer,
    logging,
    ...figures.map((figure) => cell(own, { peer, case: name, logging, figure })),
  ]);
  const image = chart === undefined ? [] : [`![${name}](${chart})`];
  return [
    `## ${name}`,
    `${what[0]!.toUpperCase()}${what.slice(1)}.`,
    ...image,
    table(head, rows),
  ].join('\n\n');
}

function combinationsOf(samples: readonly Sample[]): [string, Logging][] {
  const pairs = new Map(
    samples.map(({ peer, logging }) => [`${logging} ${peer}`, [peer, logging]]),
  );
  return [...pairs.values()] as [string, Logging][];
}

function cell(samples: readonly Sample[], key: Parameters<typeof valuesOf>[1]): string {
  const values = [...valuesOf(samples, key).values()];
  return values.length === 0 ? '' : formatSpread(spreadOf(values));
}

function leftOutSection({ leftOut }: Report): string {
  if (leftOut.length === 0) return '## Left out\n\nNothing.';
  const rows = leftOut.map(({ peer, case: name = 'all', logging = '', why }) => [
    peer,
    name,
    logging,
    why.replaceAll('|', '/'),
  ]);
  return `## Left out\n\n${table(['peer', 'case', 'logging', 'why'], rows)}`;
}

function formatSpread({ median, min, max }: Spread): string {
  const shown = formatNumber(median);
  return min === max ? shown : `${shown} (${formatNumber(min)} … ${formatNumber(max)})`;
}

export function formatNumber(value: number): string {
  return threeDigits(value).toLocaleString('en', { maximumSignificantDigits: 3 });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
