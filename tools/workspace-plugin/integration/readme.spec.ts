import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runToEnd, startOnTerminal, startServer, type StartedServer } from '@praktikum/peers';
import { describeReuseport, describeWith } from '@praktikum/testing';
import { documentedCommands, type DocumentedCommand } from './documented-commands.ts';
import { expectPrinted, isPrinted, showsFailure } from './documented-output.ts';
import { ReaderShell, withArguments, writtenFiles } from './reader-shell.ts';
import { runNx, succeeded } from './run-nx.ts';
import { smallCapture } from './small-capture.ts';
import { TemporaryWorkspace } from './temporary-workspace.ts';

/** Programs of the original are started by others meanwhile, and Nx replaces what it has built. */
const workspace = new TemporaryWorkspace();
const shell = new ReaderShell(workspace.root);
const COMMANDS = documentedCommands(workspace.root, 'README.md');
const IN_INDONESIAN = documentedCommands(workspace.root, 'README.id.md');
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
  if (/^npm start|nx serve|praktikum \S+-server\b(?!.*--help)/.test(command)) return 'server';
  if (/nx g /.test(command)) return 'generator';
  if (/chat-server:export/.test(command)) return 'export';
  if (/^irssi /.test(command)) return 'irssi';
  if (/praktikum certificates/.test(command)) return 'certificates';
  if (/praktikum lab\b/.test(command)) return 'practicum';
  if (/--help$|nx graph|praktikum$/.test(command)) return 'plain';
  if (/analyzer (capture|interfaces)|--live/.test(command)) return 'capture';
  if (/praktikum analyzer/.test(command)) return 'analysis';
  return 'client';
};
const of = (kind: ReturnType<typeof kindOf>) =>
  COMMANDS.filter(({ command }) => kindOf(command) === kind);

/** The reader's certificates stay as they are: these commands have a folder of their own. */
const FOLDER = mkdtempSync(join(tmpdir(), 'readme-certificates-'));
const withOwnCertificates = (command: string) =>
  command.replaceAll(' certificates/', ` ${FOLDER}/`);

describe('README', () => {
  it('has the same commands in both languages', () => {
    const commands = (entries: DocumentedCommand[]) =>
      entries.map(({ command }) => command.replace(' --lang en', ''));
    expect(commands(IN_INDONESIAN)).toEqual(commands(COMMANDS));
  });

  it.each(['README.md', 'README.id.md'])(
    'makes nobody write a file that git would take, in %s',
    (page) => {
      const written = writtenFiles(readFileSync(join(workspace.root, page), 'utf8'));
      expect(written.length).toBeGreaterThan(0);
      for (const file of written) workspace.write(file, 'x');
      expect(workspace.status()).not.toMatch(/^\?\?/m);
    },
  );

  it.each(of('gate'))('leaves $command to the gate', ({ command }) => {
    const gate = readFileSync(join(workspace.root, '.ci', 'run'), 'utf8');
    const [, targets = ''] = / -t ([a-z -]+?)( -|$)/.exec(command) ?? [];
    for (const target of targets.split(' ').filter(Boolean)) expect(gate).toContain(target);
    expect(gate).toContain('npm test');
  });

  it.each(of('certificates'))('$command creates', async (entry) => {
    const { code, printed } = await shell.run(`${entry.command} --out ${FOLDER}`);
    expect(printed).toContain(`--tls --cert ${FOLDER}/server.pem`);
    expect(code).toBe(0);
  });
  afterAll(() => rmSync(FOLDER, { recursive: true }));

  async function serves(entry: DocumentedCommand, language?: string): Promise<void> {
    const command = withOwnCertificates(entry.command)
      .replace(/ --port \d+/, '')
      .replace(/--tls-port \d+/, '--tls-port 0');
    const web = command.includes('chat-server') ? ' --web 0' : '';
    const options = `--port 0${web} --log-format pretty`;
    const server = shell.start(withArguments(command, options), language);
    await server.line(/^(Server berjalan|The server is running|Menunggu)/);
    await server.until('what the README shows', () => isPrinted(server.stdout, entry));
    await server.stop('SIGINT');
  }
  const [usual, reuseport] = [false, true].map((wanted) =>
    of('server').filter(({ command }) => command.includes('reuseport') === wanted),
  );
  it.each(usual!)('$command serves', (entry) => serves(entry));
  describeReuseport('with %s', () =>
    it.each(reuseport!)('$command serves', (entry) => serves(entry)),
  );

  const shownInIndonesian = IN_INDONESIAN.filter(({ output }) => output.length > 0);
  it.each(shownInIndonesian.filter(({ command }) => kindOf(command) === 'server'))(
    '$command serves, in Indonesian',
    (entry) => serves(entry, 'id_ID'),
  );

  it.each(of('generator'))('$command generates', async ({ command }) => {
    // The reader may have made them already.
    const another = command.replace(/ (time-\w+)/, ' another-$1');
    const { code, printed } = await shell.run(`${another} --dry-run`);
    expect(printed).toMatch(/^CREATE (apps|libs)\//m);
    expect(code).toBe(0);
  });

  describe('of the practicum', () => {
    const folder = mkdtempSync(join(tmpdir(), 'readme-lab-'));
    afterAll(() => rmSync(folder, { recursive: true }));

    // All experiments are run by the tests of the lab; here it is the one that needs nobody.
    it.each(of('practicum'))('$command', async ({ command }) => {
      const places = command.includes('report')
        ? `--results ${folder}/hasil --out ${folder}/laporan`
        : `--only 5 --out ${folder}/hasil`;
      const { code, printed } = await shell.run(`${command} ${places}`);
      expect(printed).toMatch(/^(Written: \S+laporan\.html|Open in a browser: \S+index\.html)$/m);
      expect(code).toBe(0);
    });
  });

  it.each(of('plain'))('$command prints', async ({ command }) => {
    const { code, printed } = await shell.run(command);
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
      const { code, printed } = await shell.run(command);
      expectPrinted(printed, entry);
      expect(printed).toContain('127.0.0.1:40000');
      expect(code).toBe(0);
    });

    const captures = spawnSync('dumpcap', ['-i', 'lo', '-L']).status === 0;
    const why = captures ? '' : ' (dumpcap is not installed, or may not capture here)';
    (captures ? it : it.skip).each(of('capture'))(`$command${why}`, async ({ command }) => {
      const out = command.replace('capture.pcapng', join(folder, 'own.pcapng'));
      const ended = /--(out|live)/.test(command) ? `${out} --for 200ms` : out;
      const { code, printed } = await shell.run(ended);
      expect(printed).toMatch(/^Capturing on lo|127\.0\.0\.1/m);
      expect(code).toBe(0);
    });
  });

  describe('with a chat', () => {
    const data = mkdtempSync(join(tmpdir(), 'readme-chat-'));
    let chat: StartedServer;
    beforeAll(async () => {
      chat = await startServer(built('chat-server'), ['--web', '0', '--data', data]);
    });
    afterAll(async () => {
      await chat.stop();
      rmSync(data, { recursive: true });
    });

    describeWith('irssi', 'irssi', () =>
      it.each(of('irssi'))('$command joins', async ({ command }) => {
        const own = command.replace('6667', String(chat.endpoint.port));
        const irssi = startOnTerminal(`${own} --home=${data}/irssi`, { env: { TERM: 'xterm' } });
        await irssi.until('the welcome', () => irssi.stdout.includes('jaringan Praktikum'));
        irssi.process.stdin.write('/quit\r');
        expect((await irssi.toEnd()).code).toBe(0);
      }),
    );

    it.each(of('export'))('$command', async ({ command }) => {
      const { host, port } = chat.endpoint;
      const lines = [
        'NICK ani',
        'USER ani 0 * :Ani',
        'JOIN #kelas',
        'PRIVMSG #kelas :Halo',
        'QUIT',
      ];
      const message = lines.map((line) => `${line}\n`).join('');
      await runToEnd(built('client'), [host, String(port), '--message', message]);
      const own = command.replace('kelas.csv', join(data, 'kelas.csv'));
      const { code, printed } = await shell.run(`${own} --data ${data}`);
      expect(printed).toMatch(/ <ani> Halo$|messages were written/m);
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
      return withArguments(command, `--port ${port}`);
    }

    function serverFor(command: string): StartedServer {
      if (command.includes('--tls')) return secured;
      return command.includes('--udp') ? simple : threaded;
    }

    const withoutNc = spawnSync('sh', ['-c', 'command -v nc']).status !== 0;
    const [netcat, own] = [true, false].map((wanted) =>
      of('client').filter(({ command }) => command.includes(' nc ') === wanted),
    );
    (withoutNc ? it.skip : it).each(netcat!)('$command (needs nc)', (entry) => run(entry));
    it.each(own!)('$command', (entry) => run(entry));

    const inIndonesian = shownInIndonesian.filter(({ command }) =>
      /praktikum client/.test(command),
    );
    it.each(inIndonesian)('$command, in Indonesian', (entry) => run(entry, 'id_ID'));

    async function run(entry: DocumentedCommand, language?: string): Promise<void> {
      const { code, printed } = await shell.run(redirected(entry.command), language);
      expectPrinted(printed, entry);
      expect(code === 0).toBe(!showsFailure(entry));
    }
  });
});
