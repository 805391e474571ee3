import { paint } from '@praktikum/service';
import type { ChartRow } from './chart-rows.ts';
import type { SwarmTexts } from './texts.ts';

export interface TerminalChartOptions {
  readonly texts: SwarmTexts;
  /** Columns of the terminal. */
  readonly width: number;
  /** Where it will be written: colours only on a terminal that wants them. */
  readonly stream: NodeJS.WritableStream;
}

type Phase = 'connecting' | 'waiting' | 'served' | 'failed';

const MARKS: Readonly<Record<Phase, string>> = {
  connecting: '·',
  waiting: '░',
  served: '█',
  failed: '✗',
};
const COLOURS = { connecting: 'dim', waiting: 'yellow', served: 'green', failed: 'red' } as const;

/** When each client waited and was served: a staircase or a block, one row a client. */
export function terminalChart(
  rows: readonly ChartRow[],
  { texts, width, stream }: TerminalChartOptions,
): string {
  const colour = (phase: Phase, text: string) =>
    text === '' ? '' : paint(COLOURS[phase], text, stream);
  const end = rows.reduce((latest, { to }) => Math.max(latest, to), 1);
  const labelWidth = Math.max(texts.client.length, ...rows.map(({ label }) => label.length));
  // A failed row may have a mark behind its end.
  const cells = Math.max(20, width - labelWidth - 4);
  const lines = rows.map((row) => {
    const bar = barOf(row, end, cells, colour);
    return `${row.label.padStart(labelWidth)} ${bar}`.trimEnd();
  });
  const legend = (['connecting', 'waiting', 'served', 'failed'] as const)
    .filter((phase) => phase !== 'failed' || rows.some(({ failed }) => failed > 0))
    .map((phase) => `${colour(phase, MARKS[phase])} ${texts.phases[phase]}`)
    .join('   ');
  return [legend, axis(texts.client.padStart(labelWidth), end, cells, texts), ...lines].join('\n');
}

function barOf(
  { from, connected, served, to, failed }: ChartRow,
  end: number,
  cells: number,
  colour: (phase: Phase, text: string) => string,
): string {
  const cell = (ms: number) => Math.round((ms / end) * cells);
  // Being served is the point of the chart: it is never too short to be seen.
  const servedFrom = served < to ? Math.min(cell(served), cell(to) - 1, cells - 1) : cell(to);
  const waitingFrom = Math.min(cell(connected), servedFrom);
  const start = Math.min(cell(from), waitingFrom);
  const bar = (phase: Phase, length: number) =>
    colour(phase, MARKS[phase].repeat(Math.max(0, length)));
  return (
    ' '.repeat(Math.max(0, start)) +
    bar('connecting', waitingFrom - Math.max(0, start)) +
    bar('waiting', servedFrom - Math.max(0, waitingFrom)) +
    bar('served', cell(to) - Math.max(0, servedFrom)) +
    (failed > 0 ? colour('failed', MARKS.failed) : '')
  );
}

/** `client 0 ───────── 1.234 ms` */
function axis(head: string, end: number, cells: number, texts: SwarmTexts): string {
  const [left, right] = ['0 ', ` ${texts.ms(end)} ms`];
  return `${head} ${left}${'─'.repeat(Math.max(1, cells - left.length - right.length))}${right}`;
}
