import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  entryOf,
  runCommand,
  runToEnd,
  startProgram,
  startServer,
  type ProgramResult,
} from '@praktikum/peers';
import type { ExplainedCapture } from '../src/analysis/explained-capture.ts';
import type { ExperimentRecord, TableExhibit } from '../src/evidence/evidence.ts';
import { RULE } from '../src/namespace/lossy-namespace.ts';
import type { LossFacts } from '../src/namespace/loss-facts.ts';
import { processesIn, until } from './processes-in.ts';

const ONLY = ['--only', '3', '--lang', 'en'];

/** Where /proc tells which processes work in a folder. */
const onLinux = existsSync('/proc/self/cmdline') ? it : it.skip;

let out: string;

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'hasil-'));
  chmodSync(out, 0o777);
});

afterEach(() => rmSync(out, { recursive: true, force: true }));

function recorded(): ExperimentRecord {
  const { evidence } = JSON.parse(readFileSync(join(out, 'evidence.json'), 'utf8'));
  return evidence.experiments.find(({ number }: ExperimentRecord) => number === 3);
}

const file = (name: string) => join(out, '3-tcp-udp', name);
const json = (name: string) => JSON.parse(readFileSync(file(name), 'utf8'));

function table(id: string): TableExhibit {
  return recorded().exhibits.find((exhibit) => exhibit.id === id) as TableExhibit;
}

const english = ({ findings }: ExperimentRecord) => findings.map(({ text }) => text.en).join('\n');

describe('experiment 3', () => {
  it('sends the same messages by TCP, by UDP and through a relay, and accounts for each', async () => {
    const { code } = await runToEnd('lab', [...ONLY, '--out', out]);
    expect(code).toBe(0);
    const record = recorded();
    expect(readFileSync(file('tcp-reply.txt'))).toEqual(readFileSync(file('messages.txt')));
    expect(json('udp-client.json').summary).toMatchObject({ sent: 100, answered: 100 });
    const { sent, answered, unanswered } = json('relay-client.json').summary;
    const [, there, back, late, unexplained] = table('account').rows.map((row) => Number(row[1]));
    expect({ sent, unexplained }).toEqual({ sent: 100, unexplained: 0 });
    expect(sent).toBe(answered + there! + back! + late!);
    expect(unanswered).toBeGreaterThan(0);
    expect(english(record)).toContain(`100 sent = ${answered} answered`);
    const decisions = readFileSync(file('relay.jsonl'), 'utf8').match(/"event":"decided"/g);
    expect(decisions).toHaveLength(
      table('relay').rows.reduce((sum, row) => sum + Number(row[1]), 0),
    );
    // What is said names a file that is there.
    const files = record.files.map(({ path }) => path);
    const cited = record.findings.flatMap(({ cites }) => cites.map((cite) => cite.file));
    expect(files).toEqual(expect.arrayContaining(cited));
  });

  it('shows a recording of ours where there is no namespace, and says so everywhere', async () => {
    const env = { PATH: join(out, 'no-tools') };
    const { code } = await runToEnd('lab', [...ONLY, '--out', out], { env });
    expect(code).toBe(0);
    const { state, exhibits, findings, missing, mechanism } = recorded();
    expect(state).toBe('partly');
    expect(missing.map(({ what }) => what.en)).toContain(
      'TCP that loses segments, on this machine',
    );
    expect(mechanism.en).toContain('made elsewhere');
    const loss = exhibits.filter(({ id }) => id.startsWith('loss-'));
    expect(loss.map(({ id }) => id)).toEqual(['loss-retransmissions', 'loss-ladder']);
    for (const exhibit of loss) {
      expect(exhibit).toMatchObject({ recordedElsewhere: true });
      expect(exhibit.caption.en).toContain('recorded elsewhere');
      expect(exhibit.caption.id).toContain('direkam di tempat lain');
    }
    for (const { text, cites } of findings) {
      if (!cites.some((cite) => cite.file.startsWith('tcp-loss'))) continue;
      expect(text.en).toMatch(/^Recorded elsewhere: /);
    }
  });

  it('says that a server has no UDP, and observes the rest', async () => {
    const server = await startServer('simple-server');
    const { host, port } = server.endpoint;
    await runToEnd('lab', [...ONLY, '--out', out, '--server', `${host}:${port}`]);
    await server.program.stop();
    const { missing, findings, mechanism } = recorded();
    const udp = missing.find(({ what }) => what.en === 'The messages by UDP');
    expect(udp?.why.en).toBe(`${host}:${port} does not answer by UDP.`);
    expect(udp?.remedies[0]?.en).toContain('simple-server --udp');
    expect(findings.map(({ text }) => text.en).join()).toContain('All 2,592 bytes came back');
    expect(mechanism.en).toContain(`server at ${host}:${port}`);
  });

  onLinux('leaves nothing running when it is killed, and finishes the next time', () =>
    finishesAfterKill('udp-client.json'),
  );
});

/** Ends the lab with SIGKILL as soon as it has written this file, and starts it again. */
async function finishesAfterKill(reached: string): Promise<void> {
  const program = startProgram('lab', [...ONLY, '--out', out]);
  await until(() => entries().some((path) => path.endsWith(reached)));
  program.kill('SIGKILL');
  await program.toEnd();
  await until(() => processesIn(out).length === 0);
  const { code, stdout } = await runToEnd('lab', [...ONLY, '--out', out]);
  expect({ code, printed: code === 0 ? '' : String(stdout) }).toEqual({ code: 0, printed: '' });
  expect(recorded().state).not.toBe('failed');
  expect(readdirSync(out).sort()).toEqual(['3-tcp-udp', 'evidence.json', 'index.html']);
}

/** As an ordinary user, which root is not. */
const asUser: readonly string[] =
  process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];

function runAsUser(args: readonly string[]): Promise<ProgramResult> {
  const [command, ...rest] = [...asUser, process.execPath, entryOf('lab'), ...args];
  return runCommand(command!, rest);
}

/** Whether this system lets an ordinary user drop and capture packets in a namespace, and start the lab there. */
function namespaceWorks(): boolean {
  const setUp = 'PATH=$PATH:/usr/sbin:/sbin && ip link set lo mtu 1500 gso_max_segs 1 up';
  const tools = `${setUp} && iptables -A INPUT ${RULE} && dumpcap -D && exec "$@"`;
  const lab = [process.execPath, entryOf('lab'), '--help'];
  const [command, ...args] = [...asUser, 'unshare', '-r', '-n', 'sh', '-c', tools, 'sh', ...lab];
  return spawnSync(command!, args, { stdio: 'ignore' }).status === 0;
}

const describeNamespace = namespaceWorks() ? describe : describe.skip;

describeNamespace(
  'TCP loss in a namespace, as an ordinary user (unshare, iptables, dumpcap)',
  () => {
    it('leaves nothing running when it is killed there, and finishes the next time', () =>
      finishesAfterKill('tcp-loss-messages.txt'));

    it('loses no byte, and knows each segment that was sent again', async () => {
      const { code } = await runAsUser([...ONLY, '--out', out]);
      expect(code).toBe(0);
      const facts = json('tcp-loss.json') as LossFacts;
      expect(facts).toMatchObject({ identical: true, returned: facts.sent });
      expect(facts.dropped).toBeGreaterThan(0);
      expect(readFileSync(file('tcp-loss-reply.txt'))).toEqual(
        readFileSync(file('tcp-loss-messages.txt')),
      );
      const frames = table('loss-retransmissions').rows.map(([frame]) => Number(frame));
      expect(frames.length).toBeGreaterThanOrEqual(facts.dropped);
      expect(english(recorded())).toContain(`iptables dropped ${facts.dropped} segment`);
      await expectAsWireshark(frames);
    });
  },
);

/** Wireshark calls one that comes within 3 ms of the gap out of order; the table says so beside it. */
async function expectAsWireshark(frames: readonly number[]): Promise<void> {
  const { stdout } = await runToEnd('analyzer', ['explain', file('tcp-loss.pcapng'), '--json']);
  const { explained } = JSON.parse(stdout.toString()) as ExplainedCapture;
  if (explained?.protocol !== 'TCP') throw new Error('there is no TCP');
  const labelled = (label: string) =>
    explained.segments
      .filter(({ wiresharkLabels }) => wiresharkLabels.includes(label))
      .map(({ frame }) => frame);
  const outOfOrder = labelled('out_of_order');
  expect([...labelled('retransmission'), ...outOfOrder].sort((one, other) => one - other)).toEqual(
    frames,
  );
  for (const label of ['retransmission', 'out_of_order']) {
    const args = ['-r', file('tcp-loss.pcapng'), '-Y', `tcp.analysis.${label}`];
    const fields = ['-T', 'fields', '-e', 'frame.number'];
    const { status, stdout: seen } = spawnSync('tshark', [...args, ...fields]);
    if (status !== 0) return;
    expect(seen.toString().split('\n').filter(Boolean).map(Number)).toEqual(labelled(label));
  }
}

function entries(): string[] {
  return readdirSync(out, { recursive: true }) as string[];
}
