import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { childEnvironment } from './child-environment.ts';
import { describeWithNode, NAME, NodeWorkspace, OFFLINE } from './node-workspace.ts';
import { ScriptedRegistry } from './scripted-registry.ts';

describeWithNode('an installation', () => {
  const workspace = new NodeWorkspace(NAME!, '');
  afterAll(() => workspace.remove());

  it('that is interrupted ends with npm, and is begun again', async () => {
    const npm = `
      if (process.argv.includes('ping')) process.exit(0);
      console.log(process.pid);
      setInterval(() => undefined, 60_000);`;
    for (let round = 1; round <= 2; round++) {
      const setUp = workspace.startSetUp(npm);
      const [printed] = (await once(setUp.stdout, 'data')) as [Buffer];
      setUp.kill('SIGINT');
      expect(await once(setUp, 'exit')).toEqual([130, null]);
      expect(() => process.kill(Number(printed), 0)).toThrow('ESRCH');
    }
  });

  it('says that it has failed where there is no npm', () => {
    const { status, said } = workspace.setUp(process.execPath, { PATH: workspace.root });
    expect(said).toContain('The installation failed');
    expect(said).not.toContain('    at ');
    expect(status).toBe(1);
  });

  it('that npm has made is not made again', () => {
    const npm = { npm_execpath: undefined };
    const options = { cwd: workspace.root, env: { ...childEnvironment(), ...OFFLINE, ...npm } };
    expect(spawnSync('npm', ['install'], options).status).toBe(0);
    writeFileSync(workspace.library, '');
    expect(workspace.setUp(process.execPath)).toEqual({ status: 0, said: '' });
  });

  it('links the Node of node_modules where npm has not', () => {
    expect(workspace.setUp(process.execPath).status).toBe(0);
    rmSync(workspace.node);
    writeFileSync(workspace.library, '');
    expect(workspace.setUp(process.execPath)).toEqual({ status: 0, said: '' });
    const { stdout } = spawnSync(workspace.node, ['--version'], { encoding: 'utf8' });
    expect(stdout.trim()).toBe(process.version);
  });

  it.each(['', '{', 'null', '{"packages":{}}'])('is told of a damaged lockfile: %s', (content) => {
    const lockfile = join(workspace.root, 'package-lock.json');
    const intact = readFileSync(lockfile, 'utf8');
    writeFileSync(lockfile, content);
    const { status, said } = workspace.setUp(process.execPath);
    writeFileSync(lockfile, intact);
    expect(said).toContain('git restore package-lock.json');
    expect(said).not.toContain('    at ');
    expect(status).toBe(14);
  });

  it('is not made again because a project of ours was removed', () => {
    const lockfile = join(workspace.root, 'package-lock.json');
    const intact = readFileSync(lockfile, 'utf8');
    const { packages, ...rest } = JSON.parse(intact);
    packages['node_modules/clock'] = { resolved: 'apps/clock', link: true };
    writeFileSync(lockfile, JSON.stringify({ ...rest, packages }));
    const { status, said } = workspace.setUp(process.execPath);
    writeFileSync(lockfile, intact);
    expect([status, said]).toEqual([0, '']);
  });

  it.each<[string, (folder: string) => void]>([
    ['list is empty', (folder) => writeFileSync(join(folder, '.package-lock.json'), '')],
    ['list is none', (folder) => writeFileSync(join(folder, '.package-lock.json'), '{}')],
    ['package is missing', (folder) => rmSync(join(folder, 'nx'), { recursive: true })],
    [
      'package is empty',
      (folder) => {
        rmSync(join(folder, 'nx'));
        mkdirSync(join(folder, 'nx'));
      },
    ],
    [
      'Node has an empty manifest',
      (folder) => writeFileSync(join(folder, NAME!, 'package.json'), ''),
    ],
  ])('of which the %s is made again', (_, damage) => {
    const manifest = join(workspace.root, 'pinned', 'package.json');
    const intact = readFileSync(manifest);
    damage(join(workspace.root, 'node_modules'));
    const { said } = workspace.setUp(process.execPath);
    writeFileSync(manifest, intact); // the package is a link to it
    expect(said).toContain('Installing the packages');
    expect(said).not.toContain('    at ');
    expect(workspace.setUp(process.execPath)).toMatchObject({ status: 0 });
  });
});

describeWithNode('after a pull that needs one package more, an installation', () => {
  const { package: name, version } = ScriptedRegistry;
  let workspace: NodeWorkspace;
  let registry: ScriptedRegistry;

  beforeEach(async () => {
    registry = await ScriptedRegistry.start();
    workspace = new NodeWorkspace(NAME!, '');
    writeFileSync(workspace.library, '');
    expect(workspace.setUp(process.execPath).status).toBe(0);
    writeFileSync(join(workspace.root, 'node_modules', 'before'), '');
    workspace.need(name, version, registry.integrity);
  });

  afterEach(async () => {
    workspace.remove();
    await registry.remove();
  });

  const begin = () => workspace.beginSetUp(registry.environment);
  /** The answer that a set-up waits for. */
  const askedBy = (setUp: ReturnType<typeof begin>) => {
    const said = text(setUp.stderr);
    const early = once(setUp, 'exit').then(async ([code]) => {
      const words = `the set-up ended with ${code} and did not ask for the package`;
      throw new Error(`${words}:\n${await said}`);
    });
    return Promise.race([registry.asked, early]);
  };
  const installed = () => readdirSync(join(workspace.root, 'node_modules')).sort();
  const BEFORE = ['.bin', '.package-lock.json', 'before', NAME!, 'nx'].sort();
  const AFTER = ['.bin', '.package-lock.json', name, NAME!, 'nx'].sort();

  function expectNothingAside(): void {
    expect(readdirSync(workspace.root).filter((entry) => entry.startsWith('.'))).toEqual([]);
  }

  it('replaces the packages of before', async () => {
    const setUp = begin();
    registry.give(await askedBy(setUp));
    expect(await once(setUp, 'exit')).toEqual([0, null]);
    expect(installed()).toEqual(AFTER);
    expectNothingAside();
  });

  // npm before 11 knows no allowScripts. A script would meet the Node of node_modules, which may not start.
  it('runs no script of a package', async () => {
    const setUp = begin();
    registry.give(await askedBy(setUp));
    expect(await once(setUp, 'exit')).toEqual([0, null]);
    expect(readdirSync(join(workspace.root, 'node_modules', name))).toEqual(['package.json']);
  });

  it('that fails puts them back, says so, and goes on with them', async () => {
    const setUp = begin();
    const said = text(setUp.stderr);
    registry.refuse(await askedBy(setUp));
    expect(await once(setUp, 'exit')).toEqual([0, null]);
    expect(await said).toContain('Paket yang terpasang sebelumnya tetap dipakai.');
    expect(await said).toContain('The packages installed before stay in use.');
    expect(installed()).toEqual(BEFORE);
    expectNothingAside();
  });

  it('that is interrupted puts them back', async () => {
    const setUp = begin();
    await askedBy(setUp);
    setUp.kill('SIGINT');
    expect(await once(setUp, 'exit')).toEqual([130, null]);
    expect(installed()).toEqual(BEFORE);
    expectNothingAside();
  });

  it('that was killed is put right by the next', async () => {
    const killed = begin();
    await askedBy(killed);
    process.kill(-killed.pid!, 'SIGKILL');
    await once(killed, 'exit');
    expect(installed()).not.toContain('before');
    const { status, said } = workspace.setUp(process.execPath);
    expect(said).toContain('The packages installed before stay in use.');
    expect([status, installed()]).toEqual([0, BEFORE]);
    expectNothingAside();
  });

  it('needs no registry where npm has kept what it needs', async () => {
    const setUp = begin();
    registry.give(await registry.asked);
    await once(setUp, 'exit');
    rmSync(join(workspace.root, 'node_modules'), { recursive: true });
    await registry.close();
    expect(workspace.setUp(process.execPath, registry.environment).status).toBe(0);
    expect(installed()).toEqual(AFTER);
  });

  it.each([
    ['refuses', ' (ECONNREFUSED)', () => registry.close()],
    ['never answers', '', () => undefined], // this process does nothing while it waits for a child
  ])('says within seconds that no registry answers: it %s', async (_, why, prepare) => {
    await prepare();
    rmSync(join(workspace.root, 'node_modules'), { recursive: true });
    const { status, said } = workspace.setUp(process.execPath, registry.environment);
    expect(said).toContain(`registri npm tidak menjawab${why}. Periksa sambungan internet`);
    expect(said).toContain(`the npm registry does not answer${why}. Check the internet connection`);
    expect(said).not.toContain('npm error');
    expect(status).toBe(1);
  });

  it('is waited for by a second one, which then has nothing to do', async () => {
    const first = begin();
    const answer = await askedBy(first);
    const second = begin();
    const [said] = (await once(second.stderr, 'data')) as [Buffer];
    expect(said.toString()).toContain('Pemasangan lain sedang berjalan di folder ini. Menunggu');
    expect(said.toString()).toContain('Another installation runs in this folder. Waiting');
    registry.give(answer);
    const ends = await Promise.all([once(first, 'exit'), once(second, 'exit')]);
    expect(ends).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(installed()).toEqual(AFTER);
  });

  it.each<[string, NodeJS.Signals[]]>([
    ['was killed', []],
    ['was killed before it knew of that one', ['SIGSTOP']], // its socket then ends with ECONNRESET
  ])('is begun by the one that waited, when the first %s', async (_, signals) => {
    const first = begin();
    const lost = await askedBy(first);
    for (const signal of signals) process.kill(-first.pid!, signal);
    const second = begin();
    await once(second.stderr, 'data');
    process.kill(-first.pid!, 'SIGKILL');
    registry.refuse(lost);
    registry.give(await askedBy(second));
    expect(await once(second, 'exit')).toEqual([0, null]);
    expect(installed()).toEqual(AFTER);
    expectNothingAside();
  });
});

it.each([
  ['cannot', '/nonexistent/home', /praktikum-npm-\d*$/],
  ['can', tmpdir(), /^undefined$/],
])('keeps downloads in the home folder if that can be written to: it %s', (_, HOME, expected) => {
  const module = new URL('../../setup/packages/npm-cache.mjs', import.meta.url).href;
  const script = `import { npmCache } from '${module}'; console.log(npmCache().npm_config_cache);`;
  const env: NodeJS.ProcessEnv = { ...process.env, HOME, USERPROFILE: HOME };
  delete env.npm_config_cache;
  const options = { encoding: 'utf8', env } as const;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], options);
  expect(stdout.trim()).toMatch(expected);
});

describe('the packages of before', () => {
  let root: string;
  beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'praktikum-former-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  /** Writes node_modules with a list and a Node. */
  function install(content: string): void {
    const folder = join(root, 'node_modules', 'node');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'node.exe'), content);
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), '{}');
  }

  // Windows moves no folder in which a program runs: that one steps out, and in again.
  it.each(['linux', 'win32'])('come back with the Node that is running (%s)', (platform) => {
    const running = join(root, 'node_modules', 'node', 'node.exe');
    const module = new URL('../../setup/packages/former-packages.mjs', import.meta.url).href;
    const script = `
      import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
      import { dirname } from 'node:path';
      import { FormerPackages } from '${module}';
      const [root, running, platform] = process.argv.slice(1);
      const former = new FormerPackages(root, { running, platform });
      console.log(former.moveAside(), existsSync(running), existsSync(former.place(running)));
      mkdirSync(dirname(running), { recursive: true });
      writeFileSync(running, 'half of a new one');
      former.putBack();`;
    install('former');
    const args = ['--input-type=module', '-e', script, root, running, platform];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stdout).toBe('true false true\n');
    expect(readFileSync(running, 'utf8')).toBe('former');
    expect(readdirSync(root)).toEqual(['node_modules']);
  });
});
