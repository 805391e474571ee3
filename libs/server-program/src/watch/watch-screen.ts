import type { PoolRates, WorkerRates } from './pool-rates.ts';
import type { WatchTexts } from './watch-texts.ts';

export interface ScreenOptions {
  /** `Server berjalan di 0.0.0.0:12345` */
  readonly title: string;
  readonly texts: WatchTexts;
  readonly columns: number;
  readonly rows: number;
  /** What has happened lately, the newest last. */
  readonly notices: readonly string[];
  /** The most bytes a second that one worker has had: a full bar. */
  readonly peak: number;
}

/** Columns beside the two bars: numbers, gaps, the rate. */
const FIXED_COLUMNS = 43;
/** `1.234 MB/s` and less. */
const RATE_COLUMNS = 10;
/** Where there is no room for the least, there are none: figures say more. */
const [LEAST_BAR, MOST_BAR] = [4, 40];

/** Lines beside workers and notices: address, totals, heads, retired workers, keys, and the gaps between. */
const FIXED_LINES = 7;
/**
 * Lines of the log that are shown below the workers.
 * @unit lines
 * @against a log that pushes the workers off the screen
 * @provenBy ./watch-view.spec.ts: shows the last three lines of the log and no more
 */
export const MOST_NOTICES = 3;

/** The workers as rows, with bars for their load and throughput; as wide and as high as the terminal. */
export function watchScreen({ stats, acceptedRate, workers }: PoolRates, options: ScreenOptions) {
  const { title, texts, columns, rows, notices, peak } = options;
  const { number } = texts;
  const forBar = Math.floor((columns - FIXED_COLUMNS) / 2);
  const bar = forBar < LEAST_BAR ? 0 : Math.min(MOST_BAR, forBar);
  const room = Math.max(1, rows - FIXED_LINES - notices.length);
  const fitting = workers.length > room ? workers.slice(0, room - 1) : workers;
  const { active, queued, refused, restarts } = stats;
  const lines = [
    ` ${title}`,
    ` ${texts.totals(number(active), number(queued), number(refused), number(acceptedRate), number(restarts))}`,
    '',
    ` ${texts.worker.padStart(6)} ${texts.connections.padStart(8)}  ${texts.load.padEnd(bar + 7)}  ${texts.throughput}`,
    ...fitting.map((worker) => row(worker, bar, peak, texts)),
    ...(stats.retired > 0 ? [` ${texts.retired(stats.retired)}`] : []),
    ...(fitting.length < workers.length ? [` ${texts.more(workers.length - fitting.length)}`] : []),
    '',
    ...notices.map((notice) => ` ${notice}`),
    ` ${texts.keys}`,
  ];
  return lines.slice(0, rows).map((line) => line.slice(0, columns)); // one more would scroll the first away
}

function row(worker: WorkerRates, width: number, peak: number, texts: WatchTexts): string {
  const { utilization, byteRate, connections, state, responsive } = worker;
  const head = ` ${String(worker.worker).padStart(6)} ${texts.number(connections).padStart(8)}`;
  if (state !== 'ready') return `${head}  ${texts.states[state]}`;
  if (!responsive) return `${head}  ${texts.states.stuck}`;
  const share = `${Math.round(utilization * 100)} %`.padStart(5);
  const load = `${bars(utilization, width)} ${share}`;
  return `${head}  ${load}   ${bars(peak > 0 ? byteRate / peak : 0, width)} ${texts.rate(byteRate).padStart(RATE_COLUMNS)}`;
}

/** Eighths of a cell, so that also small changes are seen. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

function bars(share: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  const text = '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
  return text.padEnd(width, '░');
}
