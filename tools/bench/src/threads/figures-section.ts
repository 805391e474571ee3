import { formatNumber } from '../report/markdown.ts';
import type { Machine } from '../report/machine.ts';
import { WORKERS, type Curve } from './curve.ts';
import type { ThreadSample } from './measure-curves.ts';
import { medianOf, speedUp, type Place } from './speed-up.ts';

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

const LEGEND =
  "A cell says how many are done in a second (in brackets: divided by those of one thread), server CPU for each, and the load generator's share of the CPU that it and the server used.";

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
    LEGEND,
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
  return [
    `**${title}**`,
    [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'),
  ].join('\n\n');
}

/** `48,000/s (1.70×), 41 µs, 30 %` */
function cell(samples: readonly ThreadSample[], place: Place): string {
  const throughput = formatNumber(medianOf(samples, place, 'throughput'));
  const cpu = formatNumber(medianOf(samples, place, 'cpuMicros'));
  const loadShare = medianOf(samples, place, 'loadShare').toFixed(0);
  const ratio = place.workers === 0 ? undefined : speedUp(samples, place);
  const beside = ratio === undefined ? '' : ` (${ratio.toFixed(2)}×)`;
  return `${throughput}/s${beside}, ${cpu} µs, ${loadShare} %`;
}

function workersText(workers: number): string {
  return `${workers} worker${workers === 1 ? '' : 's'}`;
}
