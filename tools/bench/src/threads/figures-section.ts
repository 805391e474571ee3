import { formatNumber } from '../report/markdown.ts';
import type { Machine } from '../report/machine.ts';
import { WORKERS, type Curve } from './curve.ts';
import type { ThreadSample } from './measure-curves.ts';
import { medianOf, speedUp } from './speed-up.ts';

/** A run with what has to be known of it. */
export interface ThreadRun {
  /** ISO 8601. */
  readonly startedAt: string;
  readonly machine: Machine;
  readonly rounds: number;
  readonly seconds: number;
  readonly curves: readonly Curve[];
  readonly samples: readonly ThreadSample[];
}

/** `AMD EPYC, 2 cores, Node v26.10.0` */
export function machineLine({ processor, cores, versions }: Machine): string {
  return `${processor}, ${cores} cores, Node ${versions.node}`;
}

/** `linux 6.18`: the rest of a kernel's version says who built it. */
function systemText({ system }: Machine): string {
  return /^\S+ \d+(\.\d+)?/.exec(system)?.[0] ?? system;
}

/** From here on what else runs decides what a server gets done. */
const BUSY_CORES = 0.25;
const BUSY =
  '**The machine was busy: throughput and ratios of this run say nothing, CPU for each message little. Measure again when it is quiet.**';

/** The tables of docs/THREADS.md. */
export function figuresSection(run: ThreadRun): string {
  const { startedAt, machine, rounds, seconds, curves } = run;
  const others = run.samples.map(({ otherCores }) => otherCores);
  const busiest = Math.max(...others);
  const usual = others.toSorted((one, other) => one - other)[Math.floor(others.length / 2)] ?? 0;
  return [
    [
      `Measured on ${startedAt.slice(0, 10)}: ${machineLine(machine)}, ${systemText(machine)}.`,
      `Medians of ${rounds} × ${seconds} s; the load generator ran on the same machine.`,
      `What else ran there took ${usual.toFixed(2)} cores in the middle and ${busiest.toFixed(2)} at the most: the nearer to 0, the more the figures are worth.`,
    ].join(' '),
    ...(usual > BUSY_CORES ? [BUSY] : []),
    ...curves.map((curve) => table(curve, run.samples)),
  ].join('\n\n');
}

function table({ name, title, points }: Curve, samples: readonly ThreadSample[]): string {
  const head = ['', 'one thread', ...WORKERS.map(workersText)];
  const rows = points.map(({ name: point }) => [
    point,
    cell(samples, { curve: name, point, workers: 0 }),
    ...WORKERS.map((workers) => cell(samples, { curve: name, point, workers })),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const caption = `**${title}**: a second, beside one Node thread, and server CPU for each.`;
  return [caption, [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')].join(
    '\n\n',
  );
}

/** `48,000/s (1.7×), 41 µs` */
function cell(samples: readonly ThreadSample[], place: Parameters<typeof speedUp>[1]): string {
  const throughput = formatNumber(medianOf(samples, place, 'throughput'));
  const cpu = formatNumber(medianOf(samples, place, 'cpuMicros'));
  const ratio = place.workers === 0 ? undefined : speedUp(samples, place);
  const beside = ratio === undefined ? '' : ` (${ratio.median.toFixed(2)}×)`;
  return `${throughput}/s${beside}, ${cpu} µs`;
}

function workersText(workers: number): string {
  return `${workers} worker${workers === 1 ? '' : 's'}`;
}
