import type { Endpoint } from '@praktikum/protocol';
import { captureDuring } from '../../runs/traffic-capture.ts';
import type { Workbench } from '../../runs/workbench.ts';
import type { Missing } from '../../evidence/evidence.ts';
import type { Words } from '../../words.ts';

/** Numbers of clients at once. */
export const CROWDS = [1, 2, 4, 8, 16, 32, 64];
/** Clients whose traffic is recorded, and who come one after the other for comparison. */
export const FEW = 4;
/** Clients of the chart. */
const CHARTED = 8;
/** What every client does: it says so much, and pauses so long before each further message. */
const DIALOGUE = ['--messages', '3', '--think', '50ms', '--timeout', '30s'];

/** A swarm of which some clients failed is a result: they are counted. See docs/EXIT-CODES.md. */
const ACCEPTS = [0, 6, 9, 10, 12];

/** What `swarm --json` says: the part that is read here. Times are milliseconds. */
interface SwarmDocument {
  readonly summary: {
    readonly succeeded: number;
    readonly failed: number;
    readonly answered: number;
    readonly durationMs: number;
    /** What was answered: the message alone, or with the guide's prefix. */
    readonly reply?: string;
    /** How many were served at once, on average. */
    readonly concurrency?: number;
    readonly connecting?: Spread;
    readonly waiting?: Spread;
    readonly roundTrip?: Spread;
  };
}

interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** One crowd and what became of it. */
export type Crowd = SwarmDocument['summary'] & {
  readonly clients: number;
  /** In the folder of the experiment. */
  readonly file: string;
};

/** What the analyzer says of a capture of a few clients. */
interface SeenInCapture {
  readonly file: string;
  readonly frames: readonly number[];
  readonly clients: number;
  readonly mostServed: number;
  readonly waited: number;
}

/** How a server treats ever more clients. */
export interface MeasuredServer {
  /** Begins the names of its files. */
  readonly name: string;
  /** What it is called. */
  readonly label: Words;
  /**
   * A few clients one after the other: each waits until the one before has gone. In milliseconds; undefined
   * where not all were served.
   */
  readonly oneByOne: number | undefined;
  /** Files of those runs. */
  readonly oneByOneFiles: readonly string[];
  /** Ever larger, up to the first of which somebody failed. */
  readonly crowds: readonly Crowd[];
  readonly chart: ServedChart;
  readonly seen: SeenInCapture | Missing;
}

interface ServedChart {
  readonly clients: number;
  readonly svg: string;
  readonly output: string;
  readonly command: string;
}

/**
 * Measures how long clients wait for a server.
 * @param name begins the names of its files: `simple-server-16.json`
 * @param label what it is called; its name unless told otherwise
 */
export async function measureServer(
  bench: Workbench,
  name: string,
  endpoint: Endpoint,
  label: Words = { id: name, en: name },
): Promise<MeasuredServer> {
  const swarm = swarmOf(bench, name, endpoint);
  const alone: Crowd[] = [];
  for (let client = 1; client <= FEW; client++) {
    alone.push(await swarm(1, `alone-${client}`));
    if (alone.at(-1)!.succeeded === 0) break; // so would be the others
  }
  const crowds: Crowd[] = [];
  for (const clients of CROWDS) {
    bench.progressed(`${label[bench.language]}: ${clients} client`);
    const crowd = await swarm(clients, String(clients));
    crowds.push(crowd);
    if (crowd.failed > 0) break; // more would only wait longer in vain
  }
  const chart = await drawChart(bench, name, endpoint);
  return {
    ...{ name, label, crowds, chart },
    oneByOne: alone.every(({ succeeded }) => succeeded > 0)
      ? alone.reduce((sum, { durationMs }) => sum + durationMs, 0)
      : undefined,
    oneByOneFiles: alone.map(({ file }) => file),
    seen: await record(bench, name, endpoint),
  };
}

type RunSwarm = (clients: number, label: string) => Promise<Crowd>;

function swarmOf(bench: Workbench, name: string, { host, port }: Endpoint): RunSwarm {
  return async (clients, label) => {
    const args = ['swarm', host, String(port), '--clients', String(clients), ...DIALOGUE, '--json'];
    const file = `${name}-${label}.json`;
    const { stdout } = await bench.run('client', args, { data: file, accepts: ACCEPTS });
    const { summary } = JSON.parse(stdout.toString()) as SwarmDocument;
    return { clients, file, ...(summary.succeeded > 0 ? summary : unserved(summary)) };
  };
}

/** What a server has sent to clients of whom it served none is no answer. */
function unserved(summary: SwarmDocument['summary']): SwarmDocument['summary'] {
  const { succeeded, failed, answered, durationMs, connecting } = summary;
  return { succeeded, failed, answered, durationMs, ...(connecting && { connecting }) };
}

async function drawChart(
  bench: Workbench,
  name: string,
  { host, port }: Endpoint,
): Promise<ServedChart> {
  const files = { svg: `${name}-${CHARTED}.svg`, output: `${name}-${CHARTED}.txt` };
  const many = ['--clients', String(CHARTED), ...DIALOGUE, '--svg', files.svg];
  const options = { output: files.output, accepts: ACCEPTS };
  const args = ['swarm', host, String(port), ...many];
  const { command } = await bench.run('client', args, options);
  return { clients: CHARTED, ...files, command };
}

async function record(
  bench: Workbench,
  name: string,
  server: Endpoint,
): Promise<SeenInCapture | Missing> {
  const file = `${name}-${FEW}.pcapng`;
  const { host, port } = server;
  const few = ['swarm', host, String(port), '--clients', String(FEW), ...DIALOGUE];
  const { missing } = await captureDuring(bench, { server, file }, () =>
    bench.run('client', few, { output: `${name}-${FEW}.txt`, accepts: ACCEPTS }),
  );
  if (missing !== undefined) return missing;
  const asked = ['questions', file, '--json'];
  const { stdout } = await bench.run('analyzer', asked, { isAside: true });
  const answers = JSON.parse(stdout.toString()) as readonly Answer[];
  const { frames, data } = answers.find((answer) => answer.name === 'threads')!;
  return { file, frames, ...data };
}

interface Answer {
  readonly name: string;
  readonly frames: readonly number[];
  readonly data: Pick<SeenInCapture, 'clients' | 'mostServed' | 'waited'>;
}
