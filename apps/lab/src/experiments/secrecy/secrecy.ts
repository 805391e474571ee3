import { rm } from 'node:fs/promises';
import { framesThatContain } from '../../analysis/frames-that-contain.ts';
import { observeTraffic, type CapturedTraffic } from '../../analysis/observe-traffic.ts';
import type { Exhibit, Missing } from '../../evidence/evidence.ts';
import { startLabServer } from '../../runs/lab-server.ts';
import { RUN_TEXTS } from '../../runs/texts.ts';
import type { Workbench } from '../../runs/workbench.ts';
import { inBoth } from '../../words.ts';
import type { Experiment } from '../experiment.ts';
import { secrecyFindings, secrecyTable, type Heard } from './heard-findings.ts';
import { SECRECY_TEXTS } from './texts.ts';

/** What is said in both runs: letters that stand for themselves in a display filter. */
const SAID = 'Nilai rahasia saya 87';
/** The name that the client asks for: it is in the server's certificate. */
const SERVER_NAME = 'localhost';
/** Private keys never stay in the evidence. */
const CERTIFICATES = 'certificates';

interface Run {
  readonly name: 'plain' | 'tls';
  readonly serverArgs: readonly string[];
  readonly clientArgs: readonly string[];
}

/** Experiment 4: the same text without and with TLS, and what a capture shows of it. */
export const SECRECY: Experiment = {
  number: 4,
  folder: '4-tls',
  title: inBoth(SECRECY_TEXTS, ({ title }) => title),
  // It needs a certificate whose CA the client has: that of another machine is not to be had by wire.
  serverOf: () => undefined,
  async run(bench) {
    try {
      return await listenTwice(bench);
    } finally {
      await rm(bench.path(CERTIFICATES), { recursive: true, force: true });
    }
  },
};

async function listenTwice(bench: Workbench) {
  await bench.run('certificates', ['--out', CERTIFICATES], { output: 'certificates.txt' });
  const of = (file: string) => `${CERTIFICATES}/${file}`;
  const serverArgs = ['--tls', '--cert', of('server.pem'), '--key', of('server-key.pem')];
  const clientArgs = ['--tls', '--ca', of('ca.pem'), '--servername', SERVER_NAME];
  const plain = await listen(bench, { name: 'plain', serverArgs: [], clientArgs: [] });
  const tls = await listen(bench, { name: 'tls', serverArgs, clientArgs });
  const heard = [plain.heard, tls.heard].filter((each) => each !== undefined);
  return {
    mechanism: inBoth(RUN_TEXTS, ({ onThisMachine }) => onThisMachine),
    findings: heard.flatMap((each) => secrecyFindings(each, SAID, SERVER_NAME)),
    exhibits: [
      ...plain.exhibits,
      ...tls.exhibits,
      ...(heard.length === 2 ? [secrecyTable(heard)] : []),
    ],
    missing: [...plain.missing, ...tls.missing],
  };
}

interface Listened {
  /** Undefined where nothing was recorded. */
  readonly heard: Heard | undefined;
  readonly exhibits: readonly Exhibit[];
  readonly missing: readonly Missing[];
}

async function listen(bench: Workbench, run: Run): Promise<Listened> {
  const { name, serverArgs, clientArgs } = run;
  const own = await startLabServer(bench, 'simple-server', `server-${name}.txt`, serverArgs);
  const { host, port } = own.endpoint;
  const file = `${name}.pcapng`;
  const args = [host, String(port), '--message', SAID, ...clientArgs];
  const output = `client-${name}.txt`;
  const traffic = { server: own.endpoint, file, protocol: 'TCP' } as const;
  const { result, captured, missing } = await observeTraffic(bench, traffic, () =>
    bench.run('client', args, { output }),
  );
  await own.stop();
  const { command } = result;
  const caption = inBoth(SECRECY_TEXTS, ({ output: said }) => said[name]);
  const terminal: Exhibit = { kind: 'terminal', id: `client-${name}`, caption, command, output };
  if (captured === undefined) return { heard: undefined, exhibits: [terminal], missing };
  const { heard, ladder } = await hear(bench, name, captured);
  return { heard, exhibits: [terminal, ladder], missing };
}

/** What a listener has of a run, and its picture. */
async function hear(
  bench: Workbench,
  name: Run['name'],
  { file, explained, capture, ladder }: CapturedTraffic<'TCP'>,
): Promise<{ heard: Heard; ladder: Exhibit }> {
  const readable = await framesThatContain(bench, file, SAID);
  const named = await framesThatContain(bench, file, SERVER_NAME);
  const [row] = capture.tcp;
  return {
    heard: { name, file, readable, named, connection: explained, row: row! },
    ladder: {
      kind: 'picture',
      id: `ladder-${name}`,
      caption: inBoth(SECRECY_TEXTS, (texts) => texts.ladder[name]),
      alt: inBoth(SECRECY_TEXTS, ({ ladderAlt }) => ladderAlt),
      svg: ladder,
    },
  };
}
