import { formatEndpoint, type Endpoint } from '@praktikum/protocol';
import type { ExplainedDatagrams } from '../../analysis/explained-capture.ts';
import { observeTraffic, type CapturedTraffic } from '../../analysis/observe-traffic.ts';
import type { Finding, Missing } from '../../evidence/evidence.ts';
import type { Workbench } from '../../runs/workbench.ts';
import type { ClientRun } from './client-run.ts';
import type { ComparedRun } from './comparison.ts';
import { MESSAGE, MESSAGE_COUNT } from '../../runs/messages.ts';
import { citation, finding, say } from './observed-part.ts';

/** Between two datagrams. */
const INTERVAL = '10ms';

/** Longer than any delay on the way, and not so long that a student wonders. */
const PATIENCE = '2s';

/** Exit codes of the client: all answered, nobody there, some not answered (docs/EXIT-CODES.md). */
const NOBODY = 6;
const ACCEPTED = [0, NOBODY, 12];

/** The messages as datagrams. */
export interface DatagramRun {
  /** Undefined where nobody answered by UDP. */
  readonly run: ClientRun | undefined;
  readonly command: string;
  readonly captured: CapturedTraffic<'UDP'> | undefined;
  readonly missing: readonly Missing[];
}

/** The files of a run: `udp.pcapng`, `udp-client.txt`, `udp-client.json`. */
export function filesOf(name: string) {
  return {
    capture: `${name}.pcapng`,
    output: `${name}-client.txt`,
    data: `${name}-client.json`,
  } as const;
}

/**
 * Sends the messages as datagrams.
 * @param name what its files begin with
 */
export async function sendDatagrams(
  bench: Workbench,
  server: Endpoint,
  name: string,
): Promise<DatagramRun> {
  const { capture: file, ...files } = filesOf(name);
  const count = ['--count', String(MESSAGE_COUNT), '--interval', INTERVAL, '--timeout', PATIENCE];
  const message = ['--message', MESSAGE, '--json'];
  const args = [server.host, String(server.port), '--udp', ...count, ...message];
  const traffic = { server, file, protocol: 'UDP' } as const;
  const { result, captured, missing } = await observeTraffic(bench, traffic, () =>
    bench.run('client', args, { ...files, accepts: ACCEPTED }),
  );
  const { command, code, stdout } = result;
  const run = code === NOBODY ? undefined : (JSON.parse(stdout.toString()) as ClientRun);
  const silent: Missing = {
    what: say(({ datagrams }) => datagrams),
    why: say(({ noUdp }) => noUdp(formatEndpoint(server))),
    remedies: [say(({ startUdp }) => startUdp)],
  };
  return { run, command, captured, missing: run === undefined ? [silent] : missing };
}

/** What a capture shows of datagrams. */
export function frameFindings({ run, captured }: DatagramRun): Finding[] {
  if (run === undefined || captured === undefined) return [];
  const datagrams = datagramsIn(captured);
  const frames = datagrams.map(({ frame }) => frame);
  const [first = 0, last = 0] = [frames[0], frames.at(-1)];
  const of = (from: 'client' | 'server') => datagrams.filter((one) => one.from === from).length;
  const [there, back] = [of('client'), of('server')];
  const cites = [citation(captured.file, frames)];
  const bordered = finding((texts) => texts.borders(there, back, first, last), cites);
  if (captured.capture.packets !== datagrams.length) return [bordered];
  return [bordered, finding(({ nothingElse }) => nothingElse(datagrams.length), cites)];
}

/** What is compared with TCP. */
export function comparedDatagrams(
  run: ClientRun,
  captured: CapturedTraffic<'UDP'> | undefined,
): ComparedRun {
  const { sent, answered, reordered, duplicates } = run.summary;
  const frames = captured && datagramFrames(captured);
  return { sent, back: answered, outOfOrder: reordered, duplicates, frames };
}

function datagramFrames(captured: CapturedTraffic<'UDP'>): ComparedRun['frames'] {
  const datagrams = datagramsIn(captured);
  const of = (from: 'client' | 'server') => datagrams.filter((one) => one.from === from).length;
  const counts = { all: captured.capture.packets, requests: of('client'), replies: of('server') };
  return { ...counts, opening: 0, closing: 0, acknowledging: 0 };
}

/** Without what ICMP says of them. */
function datagramsIn({ explained }: CapturedTraffic<'UDP'>): ExplainedDatagrams['datagrams'] {
  return explained.datagrams.filter(({ protocol }) => protocol === 'UDP');
}
