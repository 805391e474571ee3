import type { Machine } from '../report/machine.ts';
import { spreadOf } from '../statistics.ts';
import type { CaptureTask } from './contenders.ts';
import type { CommandFigures } from './measure-command.ts';

/** A run of the capture bench. */
export interface CaptureReport {
  readonly startedAt: string;
  readonly machine: Machine;
  /** Size of the large capture. */
  readonly bytes: number;
  /** Peers that are not installed. */
  readonly missing: readonly string[];
  readonly measured: readonly (CommandFigures & {
    readonly name: string;
    readonly task: CaptureTask;
    readonly size: 'large' | 'small' | 'tiny';
    readonly round: number;
  })[];
}

type Figure = keyof CommandFigures;

/** What the analyzer has to keep; of several rounds the median counts. */
const AIMS: readonly {
  readonly what: string;
  readonly of: (report: CaptureReport) => number | undefined;
  readonly most: number;
}[] = [
  { what: 'conversations: CPU seconds', of: median('conversations', 'large', 'cpu'), most: 1.4 },
  { what: 'conversations: CPU, tcptrace = 1', of: ratio('conversations', 'tcptrace'), most: 1 },
  { what: 'packets: CPU, tshark = 1', of: ratio('packets', 'tshark'), most: 1 / 3 },
  { what: 'packets: memory in MB', of: median('packets', 'large', 'memory'), most: 200 },
  {
    what: 'conversations: memory in MB',
    of: median('conversations', 'large', 'memory'),
    most: 200,
  },
  { what: 'a small capture explained: seconds', of: median('explain', 'tiny', 'wall'), most: 0.25 },
];

/** The run as a page: the aims first, then every figure. */
export function captureMarkdown(report: CaptureReport): string {
  const { bytes, machine, missing } = report;
  const aims = AIMS.map(({ what, of, most }) => {
    const value = of(report);
    const verdict = value === undefined ? 'not measured' : value <= most ? 'met' : 'missed';
    return `| ${what} | ${value?.toFixed(2) ?? '-'} | ${most.toFixed(2)} | ${verdict} |`;
  });
  return [
    `# Captures, ${report.startedAt}`,
    '',
    `${machine.processor}, ${machine.cores} cores, Node ${machine.versions['node']}; ${Math.round(bytes / 1e6)} MB.`,
    ...(missing.length > 0 ? ['', `Not installed: ${missing.join(', ')}.`] : []),
    ...['', '| aim | median | at most | |', '| --- | --- | --- | --- |', ...aims],
    ...[
      '',
      '| task | size | program | CPU s | seconds | MB |',
      '| --- | --- | --- | --- | --- | --- |',
    ],
    ...rows(report),
    '',
  ].join('\n');
}

function rows(report: CaptureReport): string[] {
  const groups = Map.groupBy(
    report.measured,
    ({ task, size, name }) => `${task} | ${size} | ${name}`,
  );
  return [...groups].map(([group, runs]) => {
    const of = (figure: Figure) => spreadOf(runs.map((run) => run[figure])).median;
    return `| ${group} | ${of('cpu').toFixed(2)} | ${of('wall').toFixed(2)} | ${of('memory').toFixed(0)} |`;
  });
}

function median(task: CaptureTask, size: string, figure: Figure, name = 'analyzer') {
  return ({ measured }: CaptureReport): number | undefined => {
    const runs = measured.filter(
      (run) => run.task === task && run.size === size && run.name === name,
    );
    return runs.length === 0 ? undefined : spreadOf(runs.map((run) => run[figure])).median;
  };
}

function ratio(task: CaptureTask, peer: string) {
  return (report: CaptureReport): number | undefined => {
    const own = median(task, 'large', 'cpu')(report);
    const other = median(task, 'large', 'cpu', peer)(report);
    return own === undefined || other === undefined ? undefined : own / other;
  };
}
