import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runCommand, startCommand, type ProgramResult } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';
import { describeWithOpenSsl } from './describe-with-openssl.ts';

const MAIN = join(import.meta.dirname, '..', 'src', 'main.ts');
const THREADS = join(import.meta.dirname, '..', 'src', 'threads.ts');

const bench = (...args: string[]) => run(MAIN, args);

function run(program: string, args: readonly string[], env?: Record<string, string>) {
  return runCommand(process.execPath, [program, '--lang', 'en', ...args], {
    timeoutMs: 170_000,
    ...(env && { env }),
  });
}

describeWith('cc', 'a short run', () => {
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
        loadShare: expect.any(Number),
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

describeWithOpenSsl('the curves', () => {
  it('show when threads help', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-threads-'));
    await writeFile(join(folder, 'THREADS.md'), '<!-- figures -->\n<!-- end of figures -->\n');
    const options = ['--curves', 'tls', '--rounds', '1', '--seconds', '500ms', '--out', folder];
    const { code } = await run(THREADS, options);
    expect(code).toBe(0);
    const page = await readFile(join(folder, 'THREADS.md'), 'utf8');
    expect(page).toMatch(
      /\| full handshakes +\| [\d,.]+\/s, [\d,.]+ µs, \d+ % +\|( [\d,.]+\/s \([\d.]+×\))/,
    );
    expect(await readdir(join(folder, 'threads'))).toEqual(['tls.svg']);
    await rm(folder, { recursive: true });
  });
});

it('does not call a list whole of which the reader took a part', async () => {
  const program = startCommand(process.execPath, [MAIN, '--list', '--lang', 'en']);
  await program.leave();
  expect(await program.toEnd()).toMatchObject({
    code: 20,
    stderr: expect.stringContaining('(ERR_STDOUT_CUT, exit status 20)'),
  });
});

describe('where no compiler is', () => {
  it.each([
    ['bench', MAIN, ['--quick']],
    ['threads', THREADS, []],
  ])('%s says what to install', async (_name, program, args) => {
    const empty = await mkdtemp(join(tmpdir(), 'bench-no-compiler-'));
    const { code, stderr } = await run(program, [...args, '--out', empty], { PATH: empty });
    expect(code).toBe(1);
    expect(stderr).toContain('The load generator cannot be built (cc is not installed).');
    expect(stderr).toContain('apt install gcc libc6-dev');
    expect(await readdir(empty)).toEqual([]);
    await rm(empty, { recursive: true });
  });
});

describeWith('cc', "where OpenSSL's headers are missing", () => {
  let folder: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bench-no-tls-'));
    const PATH = process.env.PATH ?? '';
    const refusing = `case "$*" in *-lssl*) echo 'openssl/ssl.h: No such file' >&2; exit 1;; esac`;
    const compiler = `#!/bin/sh\n${refusing}\nPATH='${PATH}' exec cc "$@"\n`;
    await writeFile(join(folder, 'cc'), compiler);
    await chmod(join(folder, 'cc'), 0o755);
    env = { PATH: `${folder}${delimiter}${PATH}` };
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('leaves out the cases with TLS, says why, and measures the others', async () => {
    const { code, stdout } = await run(
      MAIN,
      [
        ...['--quick', '--cases', 'short,tls-handshakes', '--peers', 'node', '--logging', 'off'],
        ...['--seconds', '100ms', '--warm-up', '50ms', '--out', folder],
      ],
      env,
    );
    expect(code).toBe(0);
    const [, json = ''] = stdout.toString().split('\n');
    const { samples, leftOut } = JSON.parse(await readFile(json, 'utf8'));
    expect(samples.map((sample: { case: string }) => sample.case)).toEqual(['short']);
    expect(leftOut).toEqual([
      {
        ...{ peer: 'node', case: 'tls-handshakes' },
        why: expect.stringMatching(/libssl-dev.*openssl\/ssl\.h: No such file/),
      },
    ]);
  });

  it('ends before it measures a page that would lack its rows for TLS', async () => {
    const { code, stderr } = await run(THREADS, ['--out', folder], env);
    expect(code).toBe(1);
    expect(stderr).toContain('apt install openssl libssl-dev');
    expect(stderr).toContain('--curves work,echo');
  });
});
