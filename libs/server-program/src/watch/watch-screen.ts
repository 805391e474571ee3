import type { Language } from '@praktikum/service';
import type { PoolRates, WorkerRates } from './pool-rates.ts';
import { WATCH_TEXTS } from './texts.ts';

export interface ScreenOptions {
  /** `0.0.0.0:12345` */
  readonly address: string;
  readonly language: Language;
  readonly columns: number;
  readonly rows: number;
  /** What has happened lately, the newest last. */
  readonly notices: readonly string[];
  /** The most bytes a second that one worker has had: a full bar. */
  readonly peak: number;
}

/** Columns beside the two bars: numbers, gaps, the rate. */
const FIXED_COLUMNS = 43;
const [LEAST_BAR, MOST_BAR] = [4, 40];

/** Lines beside workers and notices: address, totals, heads, retired workers, keys, and the gaps between. */
const FIXED_LINES = 7;
/**
 * Lines of the log that are shown below the workers.
 * @unit lines
 * @protects a log that pushes the workers off the screen
 * @provenBy ./watch-view.spec.ts: shows the last three lines of the log and no more
 */
export const MOST_NOTICES = 3;

/** The workers as rows, with bars for their load and throughput; as wide and as high as the terminal. */
export function watchScreen({ stats, acceptedRate, workers }: PoolRates, options: ScreenOptions) {
  const { address, language, columns, rows, notices, peak } = options;
  const texts = WATCH_TEXTS[language];
  const number = (value: number) => Math.round(value).toLocaleString(language);
  const bar = Math.max(LEAST_BAR, Math.min(MOST_BAR, Math.floor((columns - FIXED_COLUMNS) / 2)));
  const room = Math.max(1, rows - FIXED_LINES - notices.length);
  const fitting = workers.length > room ? workers.slice(0, room - 1) : workers;
  const { active, queued, refused, restarts } = stats;
  const lines = [
    ` ${texts.title(address)}`,
    ` ${texts.totals(number(active), number(queued), number(refused), number(acceptedRate), number(restarts))}`,
    '',
    ` ${texts.worker.padStart(6)} ${texts.connections.padStart(8)}  ${texts.load.padEnd(bar + 7)}  ${texts.throughput}`,
    ...fitting.map((worker) => row(worker, bar, peak, language)),
    ...(stats.retired > 0 ? [` ${texts.retired(stats.retired)}`] : []),
    ...(fitting.length < workers.length ? [` ${texts.more(workers.length - fitting.length)}`] : []),
    '',
    ...notices.map((notice) => ` ${notice}`),
    ` ${texts.keys}`,
  ];
  return lines.map((line) => line.slice(0, columns));
}

function row(worker: WorkerRates, width: number, peak: number, language: Language): string {
  const { utilization, byteRate, connections, state, responsive } = worker;
  const texts = WATCH_TEXTS[language];
  const head = ` ${String(worker.worker).padStart(6)} ${connections.toLocaleString(language).padStart(8)}`;
  if (state !== 'ready') return `${head}  ${texts.states[state]}`;
  if (!responsive) return `${head}  ${texts.states.stuck}`;
  const share = `${Math.round(utilization * 100)} %`.padStart(5);
  const load = `${bars(utilization, width)} ${share}`;
  return `${head}  ${load}   ${bars(peak > 0 ? byteRate / peak : 0, width)} ${byteText(byteRate, language)}`;
}

/** Eighths of a cell, so that also small changes are seen. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

function bars(share: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  const text = '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
  return text.padEnd(width, '░');
}

const UNITS = ['B', 'kB', 'MB', 'GB'];

/** `12,3 MB/s` */
export function byteText(bytes: number, language: Language): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(bytes || 1) / 3)));
  const value = bytes / 1000 ** power;
  const maximumFractionDigits = power > 0 && value < 100 ? 1 : 0;
  return `${value.toLocaleString(language, { maximumFractionDigits })} ${UNITS[power]}/s`.padStart(
    10,
  );
}
