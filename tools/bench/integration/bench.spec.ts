import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith, runCommand, startCommand, type ProgramResult } from '@praktikum/testing';

const MAIN = join(import.meta.dirname, '..', 'src', 'main.ts');

const bench = (...args: string[]) =>
  runCommand(process.execPath, [MAIN, '--lang', 'en', ...args], { timeoutMs: 170_000 });

describe('a short run', () => {
  let folder: string;
  let result: ProgramResult;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bench-run-'));
    result = await bench(
      ...['--quick', '--cases', 'messages-64,tls-handshakes', '--peers', 'threaded-server,node'],
      ...['--logging', 'on', '--seconds', '500ms', '--warm-up', '100ms', '--out', folder],
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('succeeds and names its files', () => {
    expect(result).toMatchObject({ code: 0 });
    const [markdown, json] = result.stdout.toString().split('\n');
    expect([markdown, json]).toEqual([
      expect.stringMatching(/\.md$/),
      expect.stringMatching(/\.json$/),
    ]);
  });

  it('has measured every figure of every peer', async () => {
    const [, json = ''] = result.stdout.toString().split('\n');
    const { samples } = JSON.parse(await readFile(json, 'utf8'));
    const messages = samples.filter((sample: { case: string }) => sample.case === 'messages-64');
    expect(messages.map(({ peer }: { peer: string }) => peer)).toEqual(['threaded-server', 'node']);
    for (const { figures } of messages) {
      expect(figures).toEqual({
        throughput: expect.any(Number),
        cpuMicros: expect.any(Number),
        p50: expect.any(Number),
        p99: expect.any(Number),
        p999: expect.any(Number),
        memoryMiB: expect.any(Number),
        serverCores: expect.any(Number),
        loadCores: expect.any(Number),
        otherCores: expect.any(Number),
      });
      expect(figures.throughput).toBeGreaterThan(0);
      expect(figures.memoryMiB).toBeGreaterThan(0);
    }
  });

  it('has written a chart for every case that was measured', async () => {
    const files = await readdir(folder);
    expect(files).toContainEqual(expect.stringMatching(/-messages-64\.svg$/));
  });
});

it('lists its cases and peers', async () => {
  const { code, stdout } = await bench('--list');
  expect(code).toBe(0);
  expect(stdout.toString()).toMatch(/^ {2}messages-64 .*\n(.*\n)*^peers\n(.*\n)*^ {2}epoll /m);
});

it('refuses a peer that it does not know', async () => {
  const { code, stderr } = await bench('--peers', 'nobody');
  expect(code).toBe(2);
  expect(stderr).toContain('nobody');
});

describeWith('openssl', 'the curves', () => {
  it('show when threads help', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-threads-'));
    await writeFile(join(folder, 'THREADS.md'), '<!-- figures -->\n<!-- end of figures -->\n');
    const program = join(import.meta.dirname, '..', 'src', 'threads.ts');
    const options = ['--curves', 'tls', '--rounds', '1', '--seconds', '500ms', '--out', folder];
    const { code } = await runCommand(process.execPath, [program, ...options], {
      timeoutMs: 170_000,
    });
    expect(code).toBe(0);
    const page = await readFile(join(folder, 'THREADS.md'), 'utf8');
    expect(page).toMatch(
      /\| full handshakes +\| [\d,.]+\/s, [\d,.]+ µs +\|( [\d,.]+\/s \([\d.]+×\))/,
    );
    expect(await readdir(join(folder, 'threads'))).toEqual(['tls.svg']);
    await rm(folder, { recursive: true });
  });
});

it('does not call a list whole of which the reader took a part', async () => {
  const program = startCommand(process.execPath, [MAIN, '--list', '--lang', 'en']);
  await program.leave();
  expect(await program.ended).toMatchObject({
    code: 20,
    stderr: expect.stringContaining('(ERR_STDOUT_CUT, exit status 20)'),
  });
});
