import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeInterface, encodePacket, encodeSectionHeader } from '@praktikum/capture';
import {
  startCommand,
  startServer,
  type RunningProgram,
  type StartedServer,
} from '@praktikum/peers';
import { describeReuseport } from '@praktikum/testing';
import { readmeCommands, type ReadmeCommand } from './readme-commands.ts';
import { runNx, succeeded } from './run-nx.ts';
import { TemporaryWorkspace } from './temporary-workspace.ts';

/** Programs of the original are started by others meanwhile, and Nx replaces what it has built. */
const workspace = new TemporaryWorkspace();
const COMMANDS = readmeCommands(workspace.root, 'README.md');
beforeAll(async () => {
  succeeded(await runNx(workspace.root, 'run-many', '-t', 'build'));
});
afterAll(() => workspace.remove());

const built = (name: string) => ({
  name,
  path: join(workspace.root, 'apps', name, 'dist/main.js'),
});

/** Run by the gate itself: they would run this test again. */
const RUN_BY_THE_GATE = [/^npm test$/, /^npx nx run-many -t (lint|build)/, /^npx nx affected/];

const kindOf = (command: string) => {
  if (RUN_BY_THE_GATE.some((pattern) => pattern.test(command))) return 'gate';
  if (/^npm start|nx serve/.test(command)) return 'server';
  if (/nx g /.test(command)) return 'generator';
  if (/certificates:create/.test(command)) return 'certificates';
  if (/--help$|nx graph/.test(command)) return 'plain';
  if (/analyzer:(capture|interfaces)|--live/.test(command)) return 'capture';
  if (/analyzer:/.test(command)) return 'analysis';
  return 'client';
};
const of = (kind: ReturnType<typeof kindOf>) =>
  COMMANDS.filter(({ command }) => kindOf(command) === kind);

/** The reader's certificates stay as they are: these commands have a folder of their own. */
const FOLDER = mkdtempSync(join(tmpdir(), 'readme-certificates-'));
const withOwnCertificates = (command: string) =>
  command.replaceAll(' certificates/', ` ${FOLDER}/`);

/** A SYN on 127.0.0.1 to port 12345, and a segment that carries one byte, without link headers. */
function smallCapture(): Uint8Array {
  const ip = (length: string) => `4500${length}000100004006${'0000'}7f0000017f000001`;
  const syn = `${ip('0028')}9c403039${'000003e8'}${'00000000'}5002faf000000000`;
  const data = `${ip('0029')}9c403039${'000003e9'}${'00001389'}5018faf00000000061`;
  return Buffer.concat([
    encodeSectionHeader(),
    encodeInterface({ linkType: 101 }),
    ...[syn, data].map((hex, seconds) =>
      encodePacket({ seconds, nanoseconds: 0, data: Buffer.from(hex, 'hex') }),
    ),
  ]);
}

/** A shell as the reader has it, in the workspace's folder. */
function shell(command: string): RunningProgram {
  return startCommand('bash', ['-c', command], {
    cwd: workspace.root,
    env: { LANG: 'en_US.UTF-8', FORCE_COLOR: '0' },
    ownGroup: true, // to be ended as Ctrl-C on a terminal ends it
    timeoutMs: 170_000,
  });
}

async function runShell(command: string): Promise<{ code: number | null; printed: string }> {
  const { code, stdout, stderr } = await shell(command).toEnd();
  return { code, printed: `${stdout}${stderr}` };
}

/** Ports differ from run to run, everything else does not. */
const anyNumbers = (text: string) => text.replace(/\d+/g, '0');

function isPrinted(printed: string, { output }: ReadmeCommand): boolean {
  const lines = printed.split('\n').map(anyNumbers);
  return output.every((line) => lines.includes(anyNumbers(line)));
}

function expectPrinted(printed: string, { output }: ReadmeCommand): void {
  expect(printed.split('\n').map(anyNumbers)).toEqual(
    expect.arrayContaining(output.map(anyNumbers)),
  );
}

describe('README', () => {
  it('has the same commands in both languages', () => {
    const commands = (file: string) =>
      readmeCommands(workspace.root, file).map(({ command }) => command);
    expect(commands('README.id.md')).toEqual(commands('README.md'));
  });

  it.each(of('gate'))('leaves $command to the gate', ({ command }) => {
    const gate = readFileSync(join(workspace.root, '.ci', 'run'), 'utf8');
    const [, targets = ''] = / -t ([a-z -]+?)( -|$)/.exec(command) ?? [];
    for (const target of targets.split(' ').filter(Boolean)) expect(gate).toContain(target);
    expect(gate).toContain('npm test');
  });

  it.each(of('certificates'))('$command creates', async (entry) => {
    const { code, printed } = await runShell(`${entry.command} --out ${FOLDER}`);
    expect(printed).toContain(`--tls --cert ${FOLDER}/server.pem`);
    expect(code).toBe(0);
  });
  afterAll(() => rmSync(FOLDER, { recursive: true }));

  async function serves(entry: ReadmeCommand): Promise<void> {
    const [base, given = ''] = withOwnCertificates(entry.command).split(' -- ');
    const ownPort = given.replace(/--port \d+/, '');
    const server = shell(`${base} -- ${ownPort} --port 0 --log-format pretty`);
    await server.line(/^(Server berjalan|Menunggu)/);
    await server.until('what the README shows', () => isPrinted(server.stdout, entry));
    await server.stop('SIGINT');
  }
  const [usual, reuseport] = [false, true].map((wanted) =>
    of('server').filter(({ command }) => command.includes('reuseport') === wanted),
  );
  it.each(usual!)('$command serves', serves);
  describeReuseport('with %s', () => it.each(reuseport!)('$command serves', serves));

  it.each(of('generator'))('$command generates', async ({ command }) => {
    const { code, printed } = await runShell(`${command} --dry-run`);
    expect(printed).toMatch(/^CREATE (apps|libs)\//m);
    expect(code).toBe(0);
  });

  it.each(of('plain'))('$command prints', async ({ command }) => {
    const { code, printed } = await runShell(command);
    expect(printed.length).toBeGreaterThan(20);
    expect(code).toBe(0);
  });

  describe('with a capture', () => {
    const folder = mkdtempSync(join(tmpdir(), 'readme-'));
    const file = join(folder, 'capture.pcapng');
    beforeAll(() => writeFileSync(file, smallCapture()));
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(of('analysis'))('$command', async (entry) => {
      const command = entry.command
        .replace('capture.pcapng', file)
        .replace('report.html', join(folder, 'report.html'));
      const { code, printed } = await runShell(command);
      expectPrinted(printed, entry);
      expect(printed).toContain('127.0.0.1:40000');
      expect(code).toBe(0);
    });

    const captures = spawnSync('dumpcap', ['-i', 'lo', '-L']).status === 0;
    const why = captures ? '' : ' (dumpcap is not installed, or may not capture here)';
    (captures ? it : it.skip).each(of('capture'))(`$command${why}`, async ({ command }) => {
      const out = command.replace('capture.pcapng', join(folder, 'own.pcapng'));
      const ended = /--(out|live)/.test(command) ? `${out} --for 200ms` : out;
      const { code, printed } = await runShell(ended);
      expect(printed).toMatch(/^Capturing on lo|127\.0\.0\.1/m);
      expect(code).toBe(0);
    });
  });

  describe('with servers', () => {
    let threaded: StartedServer;
    let simple: StartedServer;
    let secured: StartedServer;
    beforeAll(async () => {
      threaded = await startServer(built('threaded-server'));
      simple = await startServer(built('simple-server'), ['--udp']);
      const [cert, key] = [join(FOLDER, 'server.pem'), join(FOLDER, 'server-key.pem')];
      secured = await startServer(built('threaded-server'), [
        '--tls',
        '--cert',
        cert,
        '--key',
        key,
      ]);
    });
    afterAll(async () => {
      await Promise.all([threaded, simple, secured].map((server) => server.stop()));
    });

    /** The same command, sent to a server on a port of this test's. */
    function redirected(written: string): string {
      // The reader may have a picture of that name already.
      const command = withOwnCertificates(written).replace('swarm.svg', join(FOLDER, 'swarm.svg'));
      const { port } = serverFor(command).endpoint;
      if (/\b12345\b/.test(command)) return command.replace(/\b12345\b/, String(port));
      if (/localhost \d+/.test(command)) return command;
      return command.includes(' -- ')
        ? `${command} --port ${port}`
        : `${command} -- --port ${port}`;
    }

    function serverFor(command: string): StartedServer {
      if (command.includes('--tls')) return secured;
      return command.includes('--udp') ? simple : threaded;
    }

    const withoutNc = spawnSync('sh', ['-c', 'command -v nc']).status !== 0;
    const [netcat, own] = [true, false].map((wanted) =>
      of('client').filter(({ command }) => command.includes(' nc ') === wanted),
    );
    (withoutNc ? it.skip : it).each(netcat!)('$command (needs nc)', run);
    it.each(own!)('$command', run);

    async function run(entry: ReadmeCommand): Promise<void> {
      const { code, printed } = await runShell(redirected(entry.command));
      expectPrinted(printed, entry);
      const fails = entry.output.some((line) => line.startsWith('Error:'));
      expect(code).toBe(fails ? 1 : 0);
    }
  });
});
