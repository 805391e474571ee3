import { codeOf, formatEndpoint } from '@praktikum/protocol';
import { terminalWidth, wrapText, type Explain } from '@praktikum/service';
import { chartRows } from './chart-rows.ts';
import type { SwarmResult } from './run-swarm.ts';
import type { SwarmSummary } from './swarm-summary.ts';
import { terminalChart } from './terminal-chart.ts';
import type { SwarmTexts } from './texts.ts';

/**
 * Widest that the report becomes, and its width where nobody knows the terminal's.
 * @unit columns
 * @against a chart as wide as a screen, which nobody can read
 * @provenBy ./swarm-report.spec.ts: grows no wider than its limit on a wider terminal
 */
const MAX_WIDTH = 100;
const DEFAULT_WIDTH = 80;

/** Title and result, the same in the terminal and in the picture. */
export function swarmHeadlines(
  { options }: SwarmResult,
  summary: SwarmSummary,
  texts: SwarmTexts,
): { title: string; result: string } {
  const count = (value: number) => texts.number(value);
  const { clients, messages, endpoint } = options;
  return {
    title: texts.title(count(clients), count(messages), formatEndpoint(endpoint)),
    result: texts.result(
      count(summary.succeeded),
      count(summary.failed),
      count(summary.answered),
      texts.ms(summary.durationMs),
    ),
  };
}

/** What a person reads at the end: chart, table, and what it means. */
export async function swarmReport(
  result: SwarmResult,
  summary: SwarmSummary,
  texts: SwarmTexts,
  explain: Explain,
): Promise<string> {
  const { title, result: outcome } = swarmHeadlines(result, summary, texts);
  const width = Math.min(process.stdout.columns ?? DEFAULT_WIDTH, MAX_WIDTH);
  const chart = terminalChart(chartRows(result.records), {
    texts,
    width,
    stream: process.stdout,
  });
  const { reply, concurrency } = summary;
  const lines = [title, '', chart, ''];
  if (summary.connecting !== undefined) lines.push(await spreadTable(summary, texts, width));
  const told = [outcome];
  if (reply !== undefined) told.push(texts.replies[reply]);
  if (concurrency !== undefined) told.push(texts.concurrency(texts.number(concurrency, 1)));
  lines.push(...told.map((line) => wrapText(line, width)));
  if (summary.failed > 0)
    lines.push('', texts.failures, ...failureLines(result, summary, texts, explain));
  return lines.join('\n');
}

/** A table; on a terminal that is too narrow for it a paragraph for each row. */
async function spreadTable(
  summary: SwarmSummary,
  texts: SwarmTexts,
  width: number,
): Promise<string> {
  const { getBorderCharacters, table } = await import('table');
  const { columns, rows } = texts;
  const cells = (['connecting', 'waiting', 'roundTrip', 'whole'] as const).map((name) => {
    const spread = summary[name];
    const { min, median, p95, max } = spread ?? {};
    return [
      rows[name],
      ...[min, median, p95, max].map((ms) => (ms === undefined ? '–' : texts.ms(ms))),
    ];
  });
  const right = { alignment: 'right' as const };
  const drawn = table([[...columns], ...cells], {
    border: getBorderCharacters('norc'),
    columns: { 1: right, 2: right, 3: right, 4: right },
    drawHorizontalLine: (line, lineCount) => line <= 1 || line === lineCount,
  });
  if (drawn.indexOf('\n') <= width) return drawn.trimEnd();
  const [unit, ...heads] = columns;
  const paragraphs = cells.map(([row, ...values]) => {
    const named = values.map((value, at) => `${heads[at]} ${value}`);
    return wrapText(`${row}: ${named.join(', ')}`, width);
  });
  return [unit, ...paragraphs, ''].join('\n');
}

/** `3 × ECONNRESET: …`, one for each code, in the words of the first client that met it. */
function failureLines(
  { records }: SwarmResult,
  { failures }: SwarmSummary,
  texts: SwarmTexts,
  explain: Explain,
): string[] {
  return Object.entries(failures).map(([code, count]) => {
    const example = records.find(({ error }) => error !== undefined && codeOf(error) === code);
    const { message } = explain(example?.error);
    const line = `${texts.number(count)} × ${code}: ${message}`;
    return wrapText(line, terminalWidth(process.stdout), '  ');
  });
}
