import { afterEach, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LOGGER = new URL('./logger.ts', import.meta.url).href;
const BUFFERED_BYTES = 2048;

let child: ChildProcess;
afterEach(() => void child.kill('SIGKILL'));

/** Starts a program that logs. */
function start(program: string, output: 'pipe' | number = 'pipe'): void {
  const source = `
    import { createLogger } from '${LOGGER}';
    const log = createLogger({ service: 's', language: 'en', level: 'info', format: 'json' });
    ${program}`;
  child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', output, 'pipe'],
  });
}

/** What the program has written once that is enough. */
function written(isEnough: (soFar: string) => boolean): Promise<string> {
  return new Promise((resolve) => {
    let soFar = '';
    child.stdout!.setEncoding('utf8').on('data', (part: string) => {
      soFar += part;
      if (isEnough(soFar)) resolve(soFar);
    });
  });
}

it('writes a single line soon, with nobody asking for it', async () => {
  const program = `log.info('halo'); setInterval(() => {}, 60_000);`;
  start(program);
  const text = await written((line) => line.endsWith('\n'));
  expect(JSON.parse(text)).toMatchObject({ msg: 'halo' });
});

it('writes without delay once its buffer is full', async () => {
  // The thread is stuck from here on: no timer of its own writes anything.
  const stuck = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);';
  const program = `for (let n = 0; n < 100; n++) log.info('x'.repeat(100)); ${stuck}`;
  start(program);
  const text = await written((soFar) => soFar.length >= BUFFERED_BYTES);
  expect(text).toMatch(/^\{.*\}$/m);
});

it('loses nothing to a file, however fast the lines come', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-buffer-'));
  const path = join(folder, 'log.jsonl');
  const file = openSync(path, 'w');
  try {
    start(`for (let n = 0; n < 100_000; n++) log.info('x'.repeat(200));`, file);
    await once(child, 'exit');
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(100_000);
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
});

it.each(['', 'process.exit();', 'throw new Error();'])(
  'loses nothing to a file at the end of the program: %s',
  async (end) => {
    const folder = mkdtempSync(join(tmpdir(), 'log-buffer-'));
    const path = join(folder, 'log.jsonl');
    const file = openSync(path, 'w');
    try {
      start(`log.info('first'); log.info('last'); ${end}`, file);
      await once(child, 'exit');
      expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(2);
    } finally {
      closeSync(file);
      rmSync(folder, { recursive: true });
    }
  },
  60_000,
);

it('loses lines rather than memory while nobody reads, and says how many', async () => {
  const program = `
    for (let n = 0; n < 100_000; n++) log.info('x'.repeat(200));
    process.stderr.write('done');
    setInterval(() => {}, 60_000);`; // its end would wait for a second only
  start(program);
  await once(child.stderr!, 'data'); // all has been logged, and next to nothing been read
  const isToldOf = (soFar: string) => /lines-lost.*\n$/.test(soFar.slice(-1000));
  const lines = (await written(isToldOf)).trimEnd().split('\n');
  const last = JSON.parse(lines.at(-1)!) as { event: string; lines: number };
  expect(last).toMatchObject({ level: 'warn', event: 'lines-lost' });
  expect(lines.length - 1 + last.lines).toBe(100_000);
  expect(lines.join('\n').length).toBeLessThan(9 * 1024 * 1024);
});
