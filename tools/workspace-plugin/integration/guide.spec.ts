import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freeEndpoint, type RunningProgram } from '@praktikum/peers';
import { guideProgram } from '@praktikum/testing';
import { documentedCommands, type DocumentedCommand } from './documented-commands.ts';
import { expectPrinted, isPrinted, showsFailure } from './documented-output.ts';
import {
  asRun,
  kindOf,
  namedOptions,
  paperProgram,
  whyShownOnly,
  withPaperProgram,
} from './guide-commands.ts';
import { GUIDE_PAGES, guidePath, type GuidePage } from './guide-pages.ts';
import { ReaderShell, withArguments, writtenFiles } from './reader-shell.ts';
import { runNx, succeeded } from './run-nx.ts';
import { smallCapture } from './small-capture.ts';
import { TemporaryWorkspace } from './temporary-workspace.ts';

const workspace = new TemporaryWorkspace();
const shell = new ReaderShell(workspace.root);
const PROGRAMS = 'analyzer,certificates,chat-server,client,lab,simple-server,threaded-server';
beforeAll(async () => {
  succeeded(await runNx(workspace.root, 'run-many', '-t', 'build', '-p', PROGRAMS));
});
afterAll(() => workspace.remove());

const isInstalled = (program: string, ...args: string[]) =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;
const HAS = {
  python3: isInstalled('python3', '--version'),
  capture: isInstalled('dumpcap', '-i', 'lo', '-L'),
};

/** Why a command cannot be run here. */
function whatIsMissing(command: string): string | undefined {
  if (/^python/.test(command) && !HAS.python3) return 'python3 is not installed';
  const paper = paperProgram(command);
  if (paper !== undefined && guideProgram(paper) === undefined) return `${paper} is not here`;
  if (kindOf(command) !== 'capture' || HAS.capture) return undefined;
  return 'dumpcap is not installed, or may not capture here';
}

/** A server of a page, and the commands below it. */
interface Scene {
  readonly server?: DocumentedCommand;
  readonly commands: DocumentedCommand[];
}

function scenesOf(commands: readonly DocumentedCommand[]): Scene[] {
  const scenes: Scene[] = [{ commands: [] }];
  for (const entry of commands) {
    if (whyShownOnly(entry.command) !== undefined) continue;
    if (entry.serves) scenes.push({ server: entry, commands: [] });
    else scenes.at(-1)!.commands.push(entry);
  }
  return scenes;
}

const LOCALES = { id: 'id_ID', en: 'en_US' };

/** A page as it is read: each server is started once and serves the commands below it. */
function describePage(page: GuidePage, language: keyof GuidePage): void {
  const path = guidePath(page, language);
  const locale = LOCALES[language];
  // What is shown without output does the same in both languages.
  const isRun = ({ output }: DocumentedCommand) => language === 'en' || output.length > 0;
  const scenes = scenesOf(documentedCommands(workspace.root, path))
    .map(({ server, commands }) => ({
      ...(server && { server }),
      commands: commands.filter(isRun),
    }))
    .filter(({ server, commands }) => commands.length > 0 || (server && isRun(server)));
  if (scenes.length === 0) return;

  describe(path, () => {
    beforeAll(() => {
      for (const made of ['certificates', 'chat-data']) {
        rmSync(join(workspace.root, made), { recursive: true, force: true });
      }
    });
    for (const scene of scenes) {
      const name = scene.server ? `beside ${scene.server.command}` : 'by itself';
      describe(name, () => describeScene(scene, locale));
    }
  });
}

function describeScene({ server, commands }: Scene, locale: string): void {
  const missing = server && whatIsMissing(server.command);
  let program: RunningProgram | undefined;
  let ports: Ports | undefined;
  const named = (command: string) => {
    const why = missing ?? whatIsMissing(command);
    return {
      test: why === undefined ? it : it.skip,
      name: `$ ${command}${why ? ` (${why})` : ''}`,
    };
  };

  if (server) {
    const { test, name } = named(server.command);
    test(`${name} serves`, async () => {
      ({ program, ports } = await startServer(server.command, locale));
    });
  }
  for (const entry of commands) {
    const { test, name } = named(entry.command);
    test(name, () => runAsShown(entry, ports, locale));
  }
  if (server) {
    const { test, name } = named(server.command);
    test(`${name} has printed what is shown`, async () => {
      await program!.until('what the page shows', () => isPrinted(program!.stdout, server));
    });
    // A program of the paper waits for its threads, or ends by a traceback.
    afterAll(() => program?.stop(paperProgram(server.command) ? 'SIGKILL' : 'SIGINT'));
  }
}

/** Where a server listens, by what stands for it on the page. */
type Ports = ReadonlyMap<string, number>;

async function startServer(
  command: string,
  locale: string,
): Promise<{ program: RunningProgram; ports: Ports }> {
  const paper = paperProgram(command);
  if (paper !== undefined) {
    const { port } = await freeEndpoint();
    const path = guideProgram(paper)!;
    const program = shell.start(withPaperProgram(command, path, '0.0.0.0', port), locale);
    await program.line(/^(Menunggu koneksi|Server berjalan)/);
    return { program, ports: new Map([['12345', port]]) };
  }
  if (command.includes('chat-server')) return startChat(command, locale);
  const program = shell.start(withArguments(command, '--port 0 --log-format pretty'), locale);
  const line = await program.line(/^(Memulai server|Server berjalan) .*\d+$/);
  return { program, ports: new Map([['12345', Number(/\d+$/.exec(line))]]) };
}

/** It listens on port 6667, over TLS on 6697 if the page says so, and for the web, of which it speaks last. */
async function startChat(
  command: string,
  locale: string,
): Promise<{ program: RunningProgram; ports: Ports }> {
  const onFreePorts = command.replace('--tls-port 6697', '--tls-port 0');
  const options = '--port 0 --web 0 --log-format pretty';
  const program = shell.start(withArguments(onFreePorts, options), locale);
  const web = await program.line(/^(Page|Halaman) .*:\d+$/);
  const irc = program.stdout.matchAll(/^(?:The server is running|Server berjalan) .*:(\d+)$/gm);
  const found = [...irc].map(([, port], at) => [['6667', '6697'][at]!, Number(port)] as const);
  return { program, ports: new Map([...found, ['8067', Number(/\d+$/.exec(web))]]) };
}

async function runAsShown(
  entry: DocumentedCommand,
  ports: Ports | undefined,
  locale: string,
): Promise<void> {
  writeCaptures();
  for (const file of writtenFiles(entry.command)) {
    rmSync(join(workspace.root, file), { force: true });
  }
  const { code, printed } = await shell.run(asRun(entry.command, ports), locale);
  expectPrinted(printed, entry);
  expect({ printed, succeeds: code === 0 }).toEqual({ printed, succeeds: !showsFailure(entry) });
}

/** What the reader has recorded by then. */
function writeCaptures(): void {
  for (const name of ['capture.pcapng', 'rekaman.pcapng']) {
    writeFileSync(join(workspace.root, name), smallCapture());
  }
}

const WITH_HELP = [
  ...['analyzer capture', 'analyzer explain', 'analyzer questions'],
  ...['certificates', 'client', 'client swarm', 'client doctor'],
  ...['chat-server', 'simple-server', 'threaded-server'],
];

describe('what the guide shows', () => {
  for (const page of GUIDE_PAGES) {
    describePage(page, 'en');
    describePage(page, 'id');
  }

  const pages = GUIDE_PAGES.flatMap((page) => [guidePath(page, 'id'), guidePath(page, 'en')]);
  const texts = pages.map((page) => readFileSync(join(workspace.root, page), 'utf8'));

  it('names only options that a program has', async () => {
    const helps = await Promise.all(
      WITH_HELP.map((program) => shell.run(`node praktikum ${program} --help`)),
    );
    const known = helps.flatMap(({ printed }) => printed.match(/--[a-z-]+/g) ?? []);
    const named = texts.flatMap(namedOptions);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((option) => !known.includes(option))).toEqual([]);
  });

  it('makes nobody write a file that git would take', () => {
    const written = texts.flatMap(writtenFiles);
    expect(written.length).toBeGreaterThan(0);
    for (const file of written) workspace.write(file, 'x');
    expect(workspace.status()).not.toMatch(/^\?\?/m);
  });
});
