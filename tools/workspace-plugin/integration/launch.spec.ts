import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  startCommand,
  startOnTerminal,
  type ProgramOptions,
  type ProgramResult,
  type RunningProgram,
} from '@praktikum/peers';
import { describeWith, itOnUnix } from '@praktikum/testing';
import { ProbedWorkspace } from './probed-workspace.ts';
import { WORDS_OF_SHELLS } from './words-of-shells.ts';

let workspace: ProbedWorkspace;
beforeAll(async () => void (workspace = await ProbedWorkspace.open()));
afterAll(() => workspace.remove());

/** An older Node, and Windows, cannot let a process become another program. */
const WITHOUT_EXECVE = ['--import', 'data:text/javascript,delete process.execve'];

const LONG = { timeoutMs: 170_000 }; // a build, on a slow machine

function start(words: readonly string[], options: ProgramOptions = {}, flags: string[] = []) {
  return startCommand(process.execPath, [...flags, 'praktikum', ...words], {
    cwd: workspace.root,
    ...LONG,
    ...options,
    env: { ...workspace.probeEnvironment, ...options.env },
  });
}

const failed = ({ code, stderr }: ProgramResult): never => {
  throw new Error(`it ended with ${code}: ${stderr}`);
};

describe.each([
  ['in the place of the launcher', []],
  ['beside the launcher', WITHOUT_EXECVE],
])('a program %s', (_, flags) => {
  const startProbe = async (words: readonly string[], options: ProgramOptions = {}) => {
    const next = workspace.nextProbe();
    const program = start(['probe', ...words], options, flags);
    const probe = await Promise.race([next, program.toEnd().then(failed)]);
    return { program, probe, ...(await probe.started()) };
  };

  it('is given every word as it was typed, and the Node of the workspace', async () => {
    const { program, args, node } = await startProbe(WORDS_OF_SHELLS, { env: { PROBE_EXIT: '0' } });
    expect(args).toEqual(WORDS_OF_SHELLS);
    expect(node).toBe(process.versions.node);
    const { code, stdout, stderr } = await program.toEnd();
    expect([code, stdout.toString(), stderr]).toEqual([0, '', '']);
  });

  it.each([1, 3, 130])('ends with its exit code %i', async (code) => {
    const { program } = await startProbe([], { env: { PROBE_EXIT: String(code) } });
    expect((await program.toEnd()).code).toBe(code);
  });

  it('has standard input', async () => {
    const { program, probe } = await startProbe([], {
      input: 'Halo',
      keepInputOpen: true,
      ownGroup: true,
    });
    expect(await probe.next()).toEqual({ typed: 'Halo' });
    await program.stop('SIGKILL');
  });

  itOnUnix.each([
    ['SIGINT', 'the launcher'],
    ['SIGTERM', 'the launcher'],
    ['SIGHUP', 'the launcher'],
    ['SIGINT', 'the whole group'],
    ['SIGTERM', 'the whole group'],
    ['SIGHUP', 'the whole group'],
  ] as const)('gets %s once when it is sent to %s', async (signal, to) => {
    const { program, probe } = await startProbe([], { ownGroup: true });
    const ended = program.toEnd().then(failed);
    ended.catch(() => undefined); // it is killed below
    const next = () => Promise.race([probe.next(), ended]);
    process.kill(to === 'the launcher' ? program.pid : -program.pid, signal);
    expect(await next()).toBe(signal);
    // A second one would come before this.
    const other = signal === 'SIGTERM' ? 'SIGINT' : 'SIGTERM';
    process.kill(program.pid, other);
    expect(await next()).toBe(other);
    program.kill('SIGKILL');
    await probe.untilEnd();
  });
});

/** In the place of Nx: tells the test, as a probe does, and ends at SIGTERM. */
const BUILDS_FOR_EVER = `
  import('node:net').then(({ connect }) => {
    const report = connect(Number(process.env.PROBE_PORT), '127.0.0.1');
    report.write('{}\\n');
    process.on('SIGTERM', () => report.end('"SIGTERM"\\n', () => process.exit(1)));
  });
`;

describe('what is built', () => {
  const run = async (...words: string[]) => {
    const { code, stdout, stderr } = await start(words).toEnd();
    return { code, stdout: stdout.toString(), stderr };
  };
  const inWorkspace = (path: string) => join(workspace.root, path);
  /** Nx writes it in every run. */
  const RUN_OF_NX = '.nx/cache/run.json';
  const SOURCE = 'libs/protocol/src/conversation.ts';

  it('is built when it is not there, and prints nothing', async () => {
    rmSync(inWorkspace('apps/simple-server/dist'), { recursive: true, force: true });
    const { code, stdout, stderr } = await run('simple-server', '--help', '--lang', 'en');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Usage: simple-server/);
  });

  it('is not built again while the sources are as they were', async () => {
    rmSync(inWorkspace(RUN_OF_NX));
    expect(await run('simple-server', '--help', '--lang', 'en')).toMatchObject({ code: 0 });
    expect(existsSync(inWorkspace(RUN_OF_NX))).toBe(false);
  });

  it('is built again when a part of it is gone', async () => {
    rmSync(inWorkspace('apps/simple-server/dist/program.js'));
    const { code, stdout } = await run('simple-server', '--help', '--lang', 'en');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: simple-server/);
  });

  it('is built again when a source of a library has changed', async () => {
    const source = readFileSync(inWorkspace(SOURCE), 'utf8');
    writeFileSync(inWorkspace(SOURCE), `${source}\n// changed\n`);
    const { code, stdout } = await run('simple-server', '--help', '--lang', 'en');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: simple-server/);
  });

  it('shows what Nx says when it cannot be built', async () => {
    const source = readFileSync(inWorkspace(SOURCE), 'utf8');
    writeFileSync(inWorkspace(SOURCE), `${source}\nconst const\n`);
    const { code, stderr } = await run('simple-server', '--help');
    writeFileSync(inWorkspace(SOURCE), source);
    expect(code).toBe(1);
    expect(stderr).toContain('conversation.ts');
  });

  it('is built again when Nx has lost what it had kept of it', async () => {
    await run('simple-server', '--help'); // it is built
    for (const lost of ['apps/simple-server/dist', '.nx/cache']) {
      rmSync(inWorkspace(lost), { recursive: true });
    }
    const { code, stderr } = await run('simple-server', '--help');
    expect([code, stderr]).toEqual([0, '']);
  });

  it('may be nothing: that is said', async () => {
    workspace.write('apps/empty/package.json', { nx: { name: 'empty', targets: { start: {} } } });
    const { code, stderr } = await run('empty');
    rmSync(inWorkspace('apps/empty'), { recursive: true });
    expect(code).toBe(1);
    expect(stderr).toContain('The program empty has no apps/empty/dist/main.js');
    expect(stderr).not.toContain('    at ');
  });

  it.each([
    ['package-lock.json', '{'],
    ['package-lock.json', 'null'],
    ['package-lock.json', '{"packages":{}}'],
    ['apps/client/package.json', '<<<<<<< HEAD'],
  ])('is told of a damaged %s: %s', async (file, content) => {
    const intact = readFileSync(inWorkspace(file));
    writeFileSync(inWorkspace(file), content);
    const { code, stderr } = await run('simple-server', '--help');
    writeFileSync(inWorkspace(file), intact);
    expect(code).toBe(14);
    expect(stderr).toContain(`The program cannot be prepared: ${file}: `);
    expect(stderr).toContain(`git restore ${file}`);
    expect(stderr).not.toContain('    at ');
  });

  it('is no stack trace where it cannot be noted', async () => {
    const stamp = inWorkspace('.nx/launch/simple-server');
    rmSync(stamp, { force: true });
    mkdirSync(stamp);
    const { code, stderr } = await run('simple-server', '--help');
    rmSync(stamp, { recursive: true });
    expect(code).toBe(14);
    expect(stderr).toContain('The program cannot be prepared: EISDIR');
    expect(stderr).not.toContain('    at ');
  });

  itOnUnix('is built by nobody any more when the launcher is told to stop', async () => {
    const nx = inWorkspace('node_modules/nx');
    const real = readlinkSync(nx);
    rmSync(nx);
    mkdirSync(join(nx, 'dist/bin'), { recursive: true });
    const others = readdirSync(real).filter((name) => name !== 'dist');
    for (const name of others) symlinkSync(join(real, name), join(nx, name)); // nothing is missing
    writeFileSync(join(nx, 'dist/bin/nx.js'), BUILDS_FOR_EVER);
    rmSync(inWorkspace('apps/client/dist'), { recursive: true, force: true });
    const next = workspace.nextProbe();
    const stopped = start(['client', '--help']);
    const builder = await Promise.race([next, stopped.toEnd().then(failed)]);
    await builder.started();
    stopped.kill('SIGTERM');
    expect(await builder.untilEnd()).toEqual(['SIGTERM']);
    expect((await stopped.toEnd()).code).toBe(143);
    rmSync(nx, { recursive: true });
    symlinkSync(real, nx, 'junction');
    expect(await run('client', '--help')).toMatchObject({ code: 0, stderr: '' });
  });

  it('serves two that are started at once', async () => {
    rmSync(inWorkspace('apps/client/dist'), { recursive: true, force: true });
    const both = await Promise.all([run('client', '--help'), run('client', '--help')]);
    expect(both.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
  });
});

describe('a word that is no program', () => {
  it('is answered with those that there are', async () => {
    const { code, stderr } = await start(['clinet', 'localhost']).toEnd();
    expect(code).toBe(2);
    expect(stderr).toContain("There is no program 'clinet'.");
    expect(stderr).toMatch(/^ {2}client$/m);
  });

  it('is shown harmless', async () => {
    const { code, stderr } = await start(['a\u001b[31mRED\u0007']).toEnd();
    expect(code).toBe(2);
    expect(stderr).not.toContain('\u001b');
    expect(stderr).toContain('a\\x1B[31mRED\\x07');
  });

  it('may be none: the programs are listed', async () => {
    const { code, stdout } = await start([]).toEnd();
    expect(code).toBe(0);
    expect(stdout.toString()).toMatch(/^ {2}threaded-server$/m);
  });
});

describeWith('script', 'on a terminal', () => {
  let shell: RunningProgram;
  afterAll(() => shell?.stop('SIGKILL'));
  const onTerminal = (command: string) =>
    (shell = startOnTerminal(`cd '${workspace.root}' && ${command}`, LONG));

  it.each([
    ['in the place of the launcher', ''],
    ['beside the launcher', `${WITHOUT_EXECVE[0]} '${WITHOUT_EXECVE[1]}' `],
  ])('a server %s ends with 0 at Ctrl-C', async (_, flags) => {
    const node = `'${process.execPath}' ${flags}`;
    onTerminal(`exec ${node}praktikum simple-server 127.0.0.1 0`);
    await shell.line(/^Menunggu koneksi/);
    shell.process.stdin.write('\u0003');
    expect((await shell.toEnd()).code).toBe(0);
  });

  it.each([40, 80, 200])('a text arrives byte for byte on %i columns', async (columns) => {
    workspace.write('apps/printer/package.json', {
      name: '@praktikum/printer',
      nx: {
        name: 'printer',
        targets: {
          start: { options: { program: 'tools/workspace-plugin/fixtures/print-text.mjs' } },
        },
      },
    });
    const file = join(workspace.root, `text-${columns}`);
    onTerminal(
      `stty -opost columns ${columns}; '${process.execPath}' praktikum printer ${file} ${1024 * 1024}`,
    );
    const { stdout } = await shell.toEnd();
    const begin = stdout.indexOf('BEGIN\n') + 'BEGIN\n'.length;
    expect(stdout.subarray(begin, stdout.indexOf('END\n')).equals(readFileSync(file))).toBe(true);
  });
});
