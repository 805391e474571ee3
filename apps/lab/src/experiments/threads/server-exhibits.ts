import type { Exhibit, Finding, TableExhibit } from '../../evidence/evidence.ts';
import { inBoth, type Words } from '../../words.ts';
import type { Crowd, MeasuredServer } from './measured-server.ts';
import { THREADS_TEXTS, type ThreadsTexts } from './texts.ts';

const words = (say: (texts: ThreadsTexts) => string): Words => inBoth(THREADS_TEXTS, say);

/** What is shown of one server: its table, the chart of a crowd and what the swarm has printed. */
export function serverExhibits({ name, crowds, chart }: MeasuredServer): Exhibit[] {
  const { clients, svg, output, command } = chart;
  return [
    waitingTable(name, crowds),
    {
      kind: 'picture',
      id: `${name}-chart`,
      caption: words((texts) => texts.chart(name, clients)),
      alt: words(({ chartAlt }) => chartAlt),
      svg: { id: svg, en: svg },
    },
    {
      kind: 'terminal',
      id: `${name}-output`,
      caption: words((texts) => texts.output(name, clients)),
      command,
      output,
    },
  ];
}

function waitingTable(name: string, crowds: readonly Crowd[]): TableExhibit {
  const columns = [
    'clients',
    'median',
    'longest',
    'roundTrip',
    'whole',
    'atOnce',
    'answered',
    'failed',
  ] as const;
  const ms = (value: number | undefined) =>
    value === undefined ? '' : words(({ numbers }) => numbers.milliseconds(value));
  return {
    kind: 'table',
    id: `${name}-waiting`,
    caption: words(({ table }) => table(name)),
    header: columns.map((column) => words((texts) => texts.columns[column])),
    rows: crowds.map((crowd) => [
      String(crowd.clients),
      ms(crowd.waiting?.median),
      ms(crowd.waiting?.max),
      ms(crowd.roundTrip?.median),
      ms(crowd.durationMs),
      crowd.concurrency === undefined
        ? ''
        : words(({ numbers }) => numbers.decimals(crowd.concurrency!, 1)),
      String(crowd.answered),
      String(crowd.failed),
    ]),
    numeric: columns.map((_, at) => at),
  };
}

/** What was measured at one server, in sentences. */
export function serverFindings(server: MeasuredServer, few: number): Finding[] {
  const { name, crowds, oneByOne } = server;
  const most = crowds.at(-1)!;
  const alone = crowds[0]!;
  const together = crowds.find(({ clients }) => clients === few)!;
  const found = (crowd: Crowd, say: (texts: ThreadsTexts) => string): Finding => ({
    text: words(say),
    cites: [{ file: crowd.file, frames: [] }],
  });
  const { waiting, concurrency } = most;
  const { roundTrip } = alone;
  return [
    ...(roundTrip ? [found(alone, (texts) => texts.alone(name, roundTrip.median))] : []),
    ...(waiting
      ? [found(most, (texts) => texts.waited(name, most.clients, waiting.median, waiting.max))]
      : []),
    ...(concurrency ? [found(most, (texts) => texts.served(name, most.clients, concurrency))] : []),
    found(together, (texts) => texts.oneByOne(name, few, oneByOne, together.durationMs)),
    ...crowds
      .filter(({ failed }) => failed > 0)
      .map((crowd) => found(crowd, (texts) => texts.someFailed(name, crowd.clients, crowd.failed))),
    ...captureFinding(server),
  ];
}

function captureFinding({ seen }: MeasuredServer): Finding[] {
  if (!('file' in seen)) return [];
  const { file, frames, clients, mostServed, waited } = seen;
  const cites = [{ file, frames }];
  if (mostServed > 1)
    return [{ text: words((texts) => texts.seenAtOnce(clients, mostServed)), cites }];
  if (waited > 0) return [{ text: words((texts) => texts.seenWaiting(clients, waited)), cites }];
  return [];
}
