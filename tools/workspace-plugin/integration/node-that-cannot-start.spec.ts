import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, ScriptedClient, startCommand } from '@praktikum/peers';
import { childEnvironment } from './child-environment.ts';
import {
  describeWithNode,
  NAME,
  NODE_24,
  NodeWorkspace,
  OFFLINE,
  ORIGINAL,
} from './node-workspace.ts';

const NEEDS_LIBRARY = `
echo 'node: error while loading shared libraries: libatomic.so.1: cannot open shared object file' >&2
exit 127`;

const PROGRAM = join(ORIGINAL, 'apps', 'threaded-server', 'src', 'main.ts');

/** Why it cannot be shown here that Node 24 is installed. */
function hindrance(): string | undefined {
  if (process.platform === 'win32') return 'needs scripts as programs, which Windows has not';
  if (NAME === undefined) return `no Node 24 is named for ${process.platform} ${process.arch}`;
  const spec = `${NAME}@${NODE_24[NAME]}`;
  const args = ['view', spec, 'version', '--fetch-retries=0'];
  const { stdout } = spawnSync('npm', args, { encoding: 'utf8', env: childEnvironment() });
  return stdout.includes('24.') ? undefined : `the registry does not answer, or has no ${spec}`;
}

const hindered = hindrance();
const name = 'a pinned Node that cannot start';
const suite = hindered === undefined ? describe : describe.skip;
suite(hindered === undefined ? name : `${name} (${hindered})`, () => {
  const workspace = new NodeWorkspace(NAME!, NEEDS_LIBRARY);
  const version = `v${NODE_24[NAME!]}`;
  afterAll(() => workspace.remove());

  it('makes room for Node 24 from the registry, and it is said why and what helps', () => {
    const { status, printed, said } = workspace.start();
    expect(said).toContain('Node 26.10.0, yang dipakai folder ini, tidak dapat berjalan di sini.');
    expect(said).toContain('Node 26.10.0, which this folder uses, cannot run here.');
    expect(said).toContain('libatomic.so.1: cannot open shared object file');
    expect(said).toContain(`Node ${NODE_24[NAME!]} menggantikannya.`);
    expect(said).toContain(`Node ${NODE_24[NAME!]} takes its place.`);
    expect(said).toContain('Hanya --accept reuseport yang memerlukan Node 26.');
    expect(said).toContain('Only --accept reuseport needs Node 26.');
    expect(said.match(/apt-get install libatomic1/g)).toHaveLength(2);
    expect([status, printed]).toEqual([0, version]);
  });

  it('leaves Node 24 in its place, without a word and without the registry', () => {
    expect(workspace.start(OFFLINE)).toEqual({ status: 0, printed: version, said: '' });
  });

  it('is not missed by our programs', async () => {
    const program = startCommand(workspace.node, [PROGRAM, '127.0.0.1', '0']);
    const { port } = await program.event('listening');
    const client = await ScriptedClient.connect({ host: '127.0.0.1', port: Number(port) });
    await client.send('Halo');
    await client.receiveText('Anda mengirim: Halo');
    client.close();
    expect(await program.stop()).toMatchObject({ code: 0 });
  });

  it.each(['id', 'en'])('is asked for where nothing else will do (%s)', async (language) => {
    const args = [PROGRAM, '127.0.0.1', '0', '--accept', 'reuseport', '--lang', language];
    const { code, stderr } = await runCommand(workspace.node, args);
    expect(stderr).toContain(`Node.js ${version}`);
    expect(stderr).toMatch(/(memerlukan Linux dengan|needs Linux with) Node\.js 26\.10/);
    expect(code).toBe(2);
  });

  it('comes back when it can start, and makes room again when it cannot', () => {
    writeFileSync(workspace.library, '');
    const own = process.version;
    const back = workspace.start(OFFLINE);
    expect(back).toMatchObject({ status: 0, printed: own });
    expect(back.said).toContain(`Node ${own.slice(1)} kini dapat berjalan dan dipakai lagi.`);
    expect(back.said).toContain(`Node ${own.slice(1)} can run now and is used again.`);
    expect(workspace.start(OFFLINE)).toEqual({ status: 0, printed: own, said: '' });
    rmSync(workspace.library);
    expect(workspace.start(OFFLINE)).toMatchObject({ status: 0, printed: version });
  });
});

describeWithNode('without a registry, a pinned Node that cannot start', () => {
  let workspace: NodeWorkspace;
  afterEach(() => workspace.remove());

  it('makes room for the Node that npm runs on, if our programs run on it', () => {
    workspace = new NodeWorkspace(NAME!, NEEDS_LIBRARY);
    const { status, printed, said } = workspace.start(OFFLINE);
    expect(said).toContain(`Node ${process.version.slice(1)} takes its place.`);
    expect([status, printed]).toEqual([0, process.version]);
  });

  it('ends the setup with what is missing and what helps', () => {
    workspace = new NodeWorkspace(NAME!, NEEDS_LIBRARY);
    const old = join(workspace.root, 'old-node');
    writeFileSync(old, '#!/bin/sh\necho v20.20.2\n', { mode: 0o755 });
    const { status, said } = workspace.setUp(old);
    expect(said).toContain('tidak dapat dipasang: periksa sambungan internet');
    expect(said).toContain('cannot be installed: check the internet connection');
    expect(said.match(/apt-get install libatomic1/g)).toHaveLength(2);
    expect(said).toContain('Node.js 24.20 atau yang lebih baru juga cukup');
    expect(said).toContain('Node.js 24.20 or newer will do as well');
    expect(status).toBe(1);
  });

  it('is missed where npm has left it out, until it is there', () => {
    workspace = new NodeWorkspace(NAME!, NEEDS_LIBRARY);
    const [pinned, away] = ['pinned', 'away'].map((folder) => join(workspace.root, folder));
    renameSync(pinned!, away!);
    const { status, said } = workspace.setUp(process.execPath);
    expect(said).toContain('Pemasangan gagal: periksa sambungan internet');
    expect(said).toContain('The installation failed: check the internet connection');
    expect(status).toBe(1);
    renameSync(away!, pinned!);
    expect(workspace.setUp(process.execPath).status).toBe(0);
  });

  it('is missed where its program has gone', () => {
    workspace = new NodeWorkspace(NAME!, NEEDS_LIBRARY);
    expect(workspace.setUp(process.execPath).status).toBe(0);
    rmSync(join(workspace.root, 'pinned', 'bin'), { recursive: true });
    const { status, said } = workspace.setUp(process.execPath);
    expect(said).toContain('Installing the packages');
    expect(said).not.toContain('    at ');
    expect(status).toBe(1);
  });

  it('does not wait for ever for one that hangs', () => {
    workspace = new NodeWorkspace(NAME!, 'exec sleep 600');
    const { status, said } = workspace.setUp(process.execPath);
    expect(said).toContain('ETIMEDOUT');
    expect(status).toBe(0);
    expect(existsSync(workspace.node)).toBe(true);
  });
});
