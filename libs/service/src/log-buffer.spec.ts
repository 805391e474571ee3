import { afterEach, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';

const LOGGER = new URL('./logger.ts', import.meta.url).href;
const BUFFERED_BYTES = 2048;

let child: ChildProcess;
afterEach(() => void child.kill('SIGKILL'));

/** Runs a program that logs, and gives what it has written once that is enough. */
function written(program: string, isEnough: (text: string) => boolean): Promise<string> {
  const source = `
    import { createLogger } from '${LOGGER}';
    const log = createLogger({ service: 's', language: 'en', level: 'info', format: 'json' });
    ${program}`;
  child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    let text = '';
    child.stdout!.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (isEnough(text)) resolve(text);
    });
  });
}

it('writes a single line soon, with nobody asking for it', async () => {
  const program = `log.info('halo'); setInterval(() => {}, 60_000);`;
  const text = await written(program, (line) => line.endsWith('\n'));
  expect(JSON.parse(text)).toMatchObject({ msg: 'halo' });
});

it('writes without delay once its buffer is full', async () => {
  // The thread is stuck from here on: no timer of its own writes anything.
  const stuck = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);';
  const program = `for (let n = 0; n < 100; n++) log.info('x'.repeat(100)); ${stuck}`;
  const text = await written(program, (soFar) => soFar.length >= BUFFERED_BYTES);
  expect(text.length).toBeLessThan(2 * BUFFERED_BYTES);
});
