import { formatEndpoint, type Endpoint } from '@praktikum/protocol';
import type { Exhibit, Finding, Missing } from '../../evidence/evidence.ts';
import { startLabServer } from '../../runs/lab-server.ts';
import { RUN_TEXTS } from '../../runs/texts.ts';
import type { Workbench } from '../../runs/workbench.ts';
import { forEach, inBoth, type Words } from '../../words.ts';
import type { Experiment, Observations } from '../experiment.ts';
import { type Crowd, CROWDS, FEW, measureServer, type MeasuredServer } from './measured-server.ts';
import { serverExhibits, serverFindings } from './server-exhibits.ts';
import { THREADS_TEXTS, type ThreadsTexts } from './texts.ts';
import { barChart } from './bar-chart.ts';

/** Experiment 2: ever more clients at once, at a server that serves one at a time and at one with threads. */
export const THREADS: Experiment = {
  number: 2,
  folder: '2-threads',
  title: inBoth(THREADS_TEXTS, ({ title }) => title),
  serverOf: ({ server }) => server,
  async run(bench, { server }) {
    const names = ['simple-server', 'threaded-server'] as const;
    const measured: MeasuredServer[] = [];
    if (server !== undefined) {
      const label = forEach(() => formatEndpoint(server));
      measured.push(await measureServer(bench, hostName(server), server, label));
    }
    for (const name of names) {
      // One that is named elsewhere stands beside both of ours.
      const own = await startLabServer(bench, name, `${name}.txt`);
      measured.push(await measureServer(bench, name, own.endpoint));
      await own.stop();
    }
    return compared(bench, measured, mechanismOf(server));
  },
};

/** Puts what was measured at several servers beside each other. */
export async function compared(
  bench: Workbench,
  measured: readonly MeasuredServer[],
  mechanism: Words,
): Promise<Observations> {
  const missing = measured.flatMap(({ seen }) => ('why' in seen ? [seen as Missing] : []));
  return {
    mechanism,
    findings: [...measured.flatMap((each) => serverFindings(each, FEW)), ...equalities(measured)],
    exhibits: [await waitingChart(bench, measured), ...measured.flatMap(serverExhibits)],
    missing,
  };
}

/** What all servers have in common, where that is so. */
function equalities(measured: readonly MeasuredServer[]): Finding[] {
  const last = measured.map(({ crowds }) => crowds.at(-1)!);
  const [first] = last;
  if (first === undefined || measured.length < 2) return [];
  const { clients, answered } = first;
  if (!last.every((crowd) => crowd.failed === 0 && crowd.answered === answered)) return [];
  return [
    {
      text: inBoth(THREADS_TEXTS, ({ equal }) => equal(clients, answered)),
      cites: last.map(({ file }) => ({ file, frames: [] })),
    },
  ];
}

async function waitingChart(
  bench: Workbench,
  measured: readonly MeasuredServer[],
): Promise<Exhibit> {
  const svg = forEach((language) => `waiting.${language}.svg`);
  const tried = Math.max(...measured.map(({ crowds }) => crowds.length));
  for (const language of ['id', 'en'] as const) {
    const texts = THREADS_TEXTS[language];
    const groups = CROWDS.slice(0, tried).map((clients, at) => ({
      label: texts.clientsAtOnce(clients),
      bars: measured.map(({ crowds }) => waitingBar(crowds[at], texts)),
    }));
    const series = measured.map(({ label }) => label[language]);
    await bench.write(svg[language], barChart({ title: texts.waitingChart, series, groups }));
  }
  return {
    kind: 'picture',
    id: 'waiting',
    caption: inBoth(THREADS_TEXTS, (texts) => texts.waitingChart),
    alt: inBoth(THREADS_TEXTS, ({ waitingAlt }) => waitingAlt),
    svg,
  };
}

/** Those who failed have no wait: the bar of a crowd that lost many is short. */
function waitingBar(crowd: Crowd | undefined, { numbers, failedOf }: ThreadsTexts) {
  if (crowd === undefined) return undefined;
  const { waiting, failed, clients } = crowd;
  const value = waiting?.median ?? 0;
  const wait = waiting === undefined ? [] : [numbers.milliseconds(value)];
  const lost = failed > 0 ? [failedOf(failed, clients)] : [];
  return { value, written: [...wait, ...lost].join('; ') };
}

/** A name for files: an IPv6 address has colons, which Windows does not take. */
function hostName({ host, port }: Endpoint): string {
  return `${host}-${port}`.replaceAll(/[^\w.-]/g, '_');
}

function mechanismOf(server: Endpoint | undefined): Words {
  if (server === undefined) return inBoth(RUN_TEXTS, ({ onThisMachine }) => onThisMachine);
  return inBoth(RUN_TEXTS, ({ besideOurs }) => besideOurs(formatEndpoint(server)));
}
