import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startCommand } from '@praktikum/peers';
import { itOnUnix } from '@praktikum/testing';
import { readyPort } from './printed.ts';
import { run, runNx, start, succeeded, type Run } from './run-nx.ts';
import { TemporaryWorkspace } from './temporary-workspace.ts';

const SERVICE = '@praktikum/workspace-plugin:service';
const CODEC = '@praktikum/workspace-plugin:codec';
/** Needs quoting in every language that it is written to, and a line of its own. */
const DESCRIPTION = `Tells "the day's" quote & says as much about it as a line of source can hold.`;
const TARGETS = ['lint', 'typecheck', 'build', 'test', 'integration-test'];
/** The libraries that the service builds on are type-checked along with it. */
const OWN_TASKS = [
  ...TARGETS.map((target) => `quote-server:${target}`),
  ...['lint', 'typecheck', 'test'].map((target) => `quote:${target}`),
];

let workspace: TemporaryWorkspace;

beforeAll(async () => {
  workspace = new TemporaryWorkspace();
  const { root } = workspace;
  const options = ['--skip-install', `--description=${DESCRIPTION}`];
  succeeded(await runNx(root, 'g', SERVICE, 'quote-server', '--port=7900', ...options));
  succeeded(await runNx(root, 'g', CODEC, 'quote', ...options));
});

afterAll(() => workspace.remove());

/** Every target of both new projects, in one run. */
function runAllTargets(): Promise<Run> {
  return runNx(workspace.root, 'run-many', '-t', ...TARGETS, '-p', 'quote', 'quote-server');
}

function testsPassed(project: string, kind: string): number {
  const tally = join(workspace.root, project, 'test-output', 'tally', `${kind}.json`);
  return JSON.parse(readFileSync(tally, 'utf8')).passed;
}

describe('a generated service and a generated codec', () => {
  it('pass every target at once', async () => {
    const { tasks } = succeeded(await runAllTargets());
    expect(tasks.map(({ taskId }) => taskId)).toEqual(expect.arrayContaining(OWN_TASKS));
    // A target that finds no tests would pass as well.
    expect(testsPassed('apps/quote-server', 'test')).toBeGreaterThan(0);
    expect(testsPassed('apps/quote-server', 'integration-test')).toBeGreaterThan(0);
    expect(testsPassed('libs/quote', 'test')).toBeGreaterThan(0);
  });

  it('run nothing the second time: every result comes from the cache', async () => {
    const { tasks } = succeeded(await runAllTargets());
    expect(tasks.map(({ taskId }) => taskId)).toEqual(expect.arrayContaining(OWN_TASKS));
    expect(tasks.filter(({ cacheStatus }) => cacheStatus !== 'local-cache-hit')).toEqual([]);
  });

  it('are formatted', async () => {
    const files = ['apps/quote-server', 'libs/quote', 'tsconfig.json'];
    succeeded(await run(workspace.root, 'prettier', ['--check', ...files]));
  });

  it('are in the pages that are made from the code', async () => {
    succeeded(await runNx(workspace.root, 'run', 'docs:check'));
    const limits = readFileSync(join(workspace.root, 'docs/LIMITS.md'), 'utf8');
    expect(limits).toContain('## libs/quote');
    const exitCodes = readFileSync(join(workspace.root, 'docs/EXIT-CODES.md'), 'utf8');
    expect(exitCodes).toMatch(/`ERR_WORKER_START` +\| .*quote-server/);
  });

  it('leave the TypeScript references in sync', async () => {
    succeeded(await runNx(workspace.root, 'sync:check'));
  });
});

describe('nx serve', () => {
  let nx: ReturnType<typeof start> | undefined;

  afterEach(async () => {
    if (nx === undefined || nx.exitCode !== null || nx.signalCode !== null) return;
    const closed = once(nx, 'close');
    nx.kill('SIGTERM');
    await closed;
  });

  itOnUnix('starts the generated service, and stops it when Nx is told to stop', async () => {
    nx = start(workspace.root, 'nx', ['serve', 'quote-server', '--port', '0']);
    const socket = connect(await readyPort(nx), '127.0.0.1');
    socket.write('halo\n');
    const [echo] = await once(socket, 'data');
    expect(String(echo)).toBe('halo\n');

    const closed = once(nx, 'close');
    nx.kill('SIGTERM');
    expect(await text(socket)).toBe('');
    await closed;
  });
});

it('node praktikum starts the generated service too', async () => {
  const program = startCommand(process.execPath, ['praktikum', 'quote-server', '--port', '0'], {
    cwd: workspace.root,
    timeoutMs: 170_000, // it is built
  });
  const { port } = await program.event('listening');
  const socket = connect(Number(port), '127.0.0.1');
  socket.end('halo\n');
  expect(await text(socket)).toBe('halo\n');
  expect((await program.stop('SIGINT')).code).toBe(0);
});

describe('nx g', () => {
  it('says in its help what it makes', async () => {
    const { output } = succeeded(await runNx(workspace.root, 'g', CODEC, '--help'));
    expect(output).toContain('A new codec library');
  });

  it('refuses a taken name with a remedy', async () => {
    const { exitCode, output } = await runNx(workspace.root, 'g', SERVICE, 'client');
    expect(exitCode).toBe(1);
    expect(output).toContain('"client" is taken by apps/client: choose another name');
  });

  it('writes nothing with --dry-run, and says what it would write', async () => {
    workspace.commit('Generate');
    const { output } = await runNx(workspace.root, 'g', SERVICE, 'weather', '--dry-run');
    expect(output).toContain('CREATE apps/weather/src/program.ts');
    expect(workspace.status()).toBe('');
  });
});
