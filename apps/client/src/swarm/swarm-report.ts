import { codeOf, formatEndpoint } from '@praktikum/protocol';
import type { Explain, Language } from '@praktikum/service';
import { formatMs, formatNumber } from '../format-number.ts';
import { chartRows } from './chart-rows.ts';
import type { SwarmResult } from './run-swarm.ts';
import type { SwarmSummary } from './swarm-summary.ts';
import { terminalChart } from './terminal-chart.ts';
import { SWARM_TEXTS } from './texts.ts';

/**
 * Widest that the report becomes, and its width where nobody knows the terminal's.
 * @unit columns
 * @protects a chart as wide as a screen, which nobody can read
 * @provenBy ./swarm-report.spec.ts: grows no wider than its limit on a wider terminal
 */
const MAX_WIDTH = 100;
const DEFAULT_WIDTH = 80;

/** Title and result, the same in the terminal and in the picture. */
export function swarmHeadlines(
  { options }: SwarmResult,
  summary: SwarmSummary,
  language: Language,
): { title: string; result: string } {
  const texts = SWARM_TEXTS[language];
  const count = (value: number) => formatNumber(value, language);
  const { clients, messages, endpoint } = options;
  return {
    title: texts.title(count(clients), count(messages), formatEndpoint(endpoint)),
    result: texts.result(
      count(summary.succeeded),
      count(summary.failed),
      count(summary.answered),
      formatMs(summary.durationMs, language),
    ),
  };
}

/** What a person reads at the end: chart, table, and what it means. */
export async function swarmReport(
  result: SwarmResult,
  summary: SwarmSummary,
  language: Language,
  explain: Explain,
): Promise<string> {
  const texts = SWARM_TEXTS[language];
  const { title, result: outcome } = swarmHeadlines(result, summary, language);
  const width = Math.min(process.stdout.columns ?? DEFAULT_WIDTH, MAX_WIDTH);
  const chart = terminalChart(chartRows(result.records), {
    language,
    width,
    stream: process.stdout,
  });
  const { reply, concurrency } = summary;
  const lines = [title, '', chart, ''];
  if (summary.connecting !== undefined) lines.push(await spreadTable(summary, language));
  lines.push(outcome);
  if (reply !== undefined) lines.push(texts.replies[reply]);
  if (concurrency !== undefined) {
    lines.push(texts.concurrency(formatNumber(concurrency, language, 1)));
  }
  if (summary.failed > 0)
    lines.push('', texts.failures, ...failureLines(result, summary, language, explain));
  return lines.join('\n');
}

async function spreadTable(summary: SwarmSummary, language: Language): Promise<string> {
  const { getBorderCharacters, table } = await import('table');
  const { columns, rows } = SWARM_TEXTS[language];
  const cells = (['connecting', 'waiting', 'roundTrip', 'whole'] as const).map((name) => {
    const spread = summary[name];
    const { min, median, p95, max } = spread ?? {};
    return [
      rows[name],
      ...[min, median, p95, max].map((ms) => (ms === undefined ? '–' : formatMs(ms, language))),
    ];
  });
  const right = { alignment: 'right' as const };
  const drawn = table([[...columns], ...cells], {
    border: getBorderCharacters('norc'),
    columns: { 1: right, 2: right, 3: right, 4: right },
    drawHorizontalLine: (line, lineCount) => line <= 1 || line === lineCount,
  });
  return drawn.trimEnd();
}

/** `3 × ECONNRESET: …`, one for each code, in the words of the first client that met it. */
function failureLines(
  { records }: SwarmResult,
  { failures }: SwarmSummary,
  language: Language,
  explain: Explain,
): string[] {
  return Object.entries(failures).map(([code, count]) => {
    const example = records.find(({ error }) => error !== undefined && codeOf(error) === code);
    const { message } = explain(example?.error);
    return `  ${formatNumber(count, language)} × ${code}: ${message}`;
  });
}
