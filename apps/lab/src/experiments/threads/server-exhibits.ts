import type { Exhibit, Finding, TableExhibit } from '../../evidence/evidence.ts';
import type { Language } from '@praktikum/service';
import { inBoth, type Words } from '../../words.ts';
import type { Crowd, MeasuredServer } from './measured-server.ts';
import { THREADS_TEXTS, type ThreadsTexts } from './texts.ts';

type Say = (texts: ThreadsTexts, language: Language) => string;

const words = (say: Say): Words => inBoth(THREADS_TEXTS, say);

/** What is shown of one server: its table, the chart of a crowd and what the swarm has printed. */
export function serverExhibits({ name, label, crowds, chart }: MeasuredServer): Exhibit[] {
  const { clients, svg, output, command } = chart;
  return [
    waitingTable(name, label, crowds),
    {
      kind: 'picture',
      id: `${name}-chart`,
      caption: words((texts, language) => texts.chart(label[language], clients)),
      alt: words(({ chartAlt }) => chartAlt),
      svg: { id: svg, en: svg },
    },
    {
      kind: 'terminal',
      id: `${name}-output`,
      caption: words((texts, language) => texts.output(label[language], clients)),
      command,
      output,
    },
  ];
}

function waitingTable(name: string, label: Words, crowds: readonly Crowd[]): TableExhibit {
  const columns = [
    'clients',
    'connecting',
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
    caption: words(({ table }, language) => table(label[language])),
    header: columns.map((column) => words((texts) => texts.columns[column])),
    rows: crowds.map((crowd) => [
      String(crowd.clients),
      ms(crowd.connecting?.max),
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
  const { label, crowds, oneByOne, oneByOneFiles } = server;
  const most = crowds.at(-1)!;
  const alone = crowds[0]!;
  const together = crowds.find(({ clients }) => clients === few);
  const found = (crowd: Crowd, say: Say, files: readonly string[] = []): Finding => ({
    text: words(say),
    cites: [...files, crowd.file].map((file) => ({ file, frames: [] })),
  });
  const { waiting, concurrency } = most;
  const { roundTrip } = alone;
  return [
    ...(roundTrip
      ? [found(alone, (texts, language) => texts.alone(label[language], roundTrip.median))]
      : []),
    ...(waiting
      ? [
          found(most, (texts, language) =>
            texts.waited(label[language], most.clients, most.failed, waiting.median, waiting.max),
          ),
        ]
      : []),
    ...(concurrency
      ? [found(most, (texts, language) => texts.served(label[language], most.clients, concurrency))]
      : []),
    ...(together === undefined || oneByOne === undefined
      ? []
      : [
          found(
            together,
            (texts, language) =>
              texts.oneByOne(label[language], few, oneByOne, together.durationMs),
            oneByOneFiles,
          ),
        ]),
    ...connectedLate(server).map(({ crowd, longest }) =>
      found(crowd, (texts, language) =>
        texts.connectedLate(label[language], crowd.clients, longest),
      ),
    ),
    ...crowds
      .filter(({ failed }) => failed > 0)
      .map((crowd) =>
        found(crowd, (texts, language) =>
          texts.someFailed(label[language], crowd.clients, crowd.failed),
        ),
      ),
    ...captureFinding(server),
  ];
}

/** A SYN is sent again after a second for the first time (RFC 6298, 2.1). */
const RESENT_MS = 950;

/** The smallest crowd of which somebody was connected that late, and the largest. */
function connectedLate({ crowds }: MeasuredServer) {
  const late = crowds.flatMap((crowd) => {
    const longest = crowd.connecting?.max ?? 0;
    return longest < RESENT_MS ? [] : [{ crowd, longest }];
  });
  return late.filter((_, at) => at === 0 || at === late.length - 1);
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
